// SPDX-License-Identifier: GPL-2.0
// Without huge pages there is no vma_thp_gfp_mask(), and no call of it is left once
// gcc has seen that the order is always 0; which it does not see in a file whose
// functions are instrumented.
// File: mm/swap_state.c
// Needed-for: vma_thp_gfp_mask(
@@
expression gfp, mask;
@@
- if (order)
+ if (IS_ENABLED(CONFIG_TRANSPARENT_HUGEPAGE) && order)
	gfp = thp_shmem_limit_gfp_mask(vma_thp_gfp_mask(mask), gfp);
