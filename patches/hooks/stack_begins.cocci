// SPDX-License-Identifier: GPL-2.0
// In some kernels a process of user-mode Linux has a mapping below its stack, that of the stubs.
// Pass it to mprotect_fixup() as the previous mapping. Otherwise vma_merge() takes the stubs for
// the mapping that changes, and warns at each first program.
// File: fs/exec.c
// Needed-for: mprotect_fixup(vma, &prev
@@
identifier vma, prev;
expression E;
@@
setup_arg_pages(...)
{
<...
struct vm_area_struct *vma = E;
struct vm_area_struct *prev =
- NULL
+ vma->vm_prev
;
...>
}
