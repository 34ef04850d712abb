// SPDX-License-Identifier: GPL-2.0
// What the host's pseudo-terminals can do matters to who has one; and to find it out,
// signals are sent, and what came is printed.
// File: arch/um/os-Linux/sigio.c
@@
@@
- check_sigio();
+ replay_not_asked(check_sigio());
