// SPDX-License-Identifier: GPL-2.0
// Do not test what the host's pseudo-terminals can do: a guest uses none, and the test sends
// signals and prints its result.
// File: arch/um/os-Linux/sigio.c
@@
@@
- check_sigio();
+ replay_not_asked(check_sigio());
