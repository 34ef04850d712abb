// SPDX-License-Identifier: GPL-2.0
// The kernel waits for the processes of its guest, and needs no signal of theirs: each
// of some hundreds would stop it for a debugger.
// File: arch/um/os-Linux/main.c
@@ @@
change_sig(SIGPIPE, 0);
+ change_sig(SIGCHLD, 0);
