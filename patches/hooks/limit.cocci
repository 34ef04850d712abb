// SPDX-License-Identifier: GPL-2.0
// A program of the guest has used up its processor time. The kernel would take the host's signal for a
// fault of the program, and kill it.
// Optional: without it, a program that loops is told to have been killed.
// File: arch/um/os-Linux/skas/process.c
@@
symbol status;
@@
userspace(...)
{
<...
- WSTOPSIG(status)
+ replay_stopped(WSTOPSIG(status))
...>
}
