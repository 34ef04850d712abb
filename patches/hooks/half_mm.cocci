// SPDX-License-Identifier: GPL-2.0
// A fork that is killed leaves a marker in the tree of mappings. User-mode Linux took it for a
// mapping when it flushed the address space of the child, and died.
// Needed-for: um_tlb_mark_sync(mm, vma->vm_start
// File: arch/um/kernel/tlb.c
@@
iterator name for_each_vma;
expression vmi, vma;
@@
for_each_vma(vmi, vma)
+	if (!xa_is_zero(vma))
	um_tlb_mark_sync(...);
