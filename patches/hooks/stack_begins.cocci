// SPDX-License-Identifier: GPL-2.0
// Where the processes of user-mode Linux have an area below their stack, that of the
// stubs, it is the previous one: vma_merge() warns of each first program else, since it
// takes the stubs for what is to be changed.
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
