// SPDX-License-Identifier: GPL-2.0
// swapin holds the page lock and has confirmed its swap entry in the tree, and
// is about to replace the entry by the page.
// File: mm/shmem.c
@@
identifier swapin = { shmem_swapin_page, shmem_swapin_folio };
expression page, mapping, index, error;
@@
swapin(...)
{
<...
+ replay_point(swapin_confirmed, REPLAY_OBJECT("page", page), REPLAY_HANDLE("entry", swap.val), REPLAY_CONTAINER("mapping", mapping), REPLAY_INDEX("index", index));
error = shmem_add_to_page_cache(page, mapping, index, ...);
...>
}
