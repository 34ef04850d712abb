// SPDX-License-Identifier: GPL-2.0
// swapin could not put its page into the tree.
// File: mm/shmem.c
@@
identifier swapin = { shmem_swapin_page, shmem_swapin_folio };
expression page, mapping, index, error;
@@
swapin(...)
{
<...
error = shmem_add_to_page_cache(page, mapping, index, ...);
+ if (error)
+	replay_point(swapin_lost, page, swap.val, mapping, index, NULL, error);
...>
}
