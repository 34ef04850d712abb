// SPDX-License-Identifier: GPL-2.0
// The host takes the registers of a processor whole: older kernels give it a buffer of a
// fixed size, and a host with more answers EFAULT. Newer ones have as much in each task as
// the host has, and so another amount of memory left on each host.
// File: arch/x86/um/os-Linux/registers.c
// Needed-for: PTRACE_SETREGSET
@@
identifier function = { save_fp_registers, restore_fp_registers, get_fp_registers, put_fp_registers };
expression pid, regset, iov;
@@
function(...)
{
<...
(
- ptrace(PTRACE_GETREGSET, pid, regset, &iov)
+ replay_get_regset(pid, regset, &iov)
|
- ptrace(PTRACE_SETREGSET, pid, regset, &iov)
+ replay_set_regset(pid, regset, &iov)
)
...>
}

@@
expression iov;
@@
- host_fp_size = iov.iov_len;
+ host_fp_size = REPLAY_FP_SIZE;
