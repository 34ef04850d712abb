// SPDX-License-Identifier: GPL-2.0
// A kernel that is killed takes the processes of its guest with it: without
// its tracer one of them would run on, on the host.
// File: arch/um/os-Linux/skas/process.c
@@ @@
- PTRACE_O_TRACESYSGOOD
+ (PTRACE_O_TRACESYSGOOD | PTRACE_O_EXITKILL)
