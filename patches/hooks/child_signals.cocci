// SPDX-License-Identifier: GPL-2.0
// The kernel waits for the processes of its guest, and needs no SIGCHLD. Under a debugger each of
// some hundreds of these signals would stop it.
// File: arch/um/os-Linux/main.c
@@ @@
change_sig(SIGPIPE, 0);
+ change_sig(SIGCHLD, 0);
