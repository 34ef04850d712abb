// SPDX-License-Identifier: GPL-2.0
// The host accepts only the whole register state. Older kernels pass a buffer of fixed size, and a
// host whose state is larger answers EFAULT. Newer kernels have a buffer of the host's size in each
// task, so the free memory of the guest would differ between hosts.
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
