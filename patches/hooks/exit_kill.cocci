// SPDX-License-Identifier: GPL-2.0
// When somebody kills the kernel, the host kills the processes of its guest, too. Without their
// tracer they would run on, on the host.
// File: arch/um/os-Linux/skas/process.c
@@ @@
- PTRACE_O_TRACESYSGOOD
+ (PTRACE_O_TRACESYSGOOD | PTRACE_O_EXITKILL)
