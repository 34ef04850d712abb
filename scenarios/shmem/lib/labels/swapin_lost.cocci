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
+	replay_point(swapin_lost, REPLAY_OBJECT("page", page), REPLAY_HANDLE("entry", swap.val), REPLAY_CONTAINER("mapping", mapping), REPLAY_INDEX("index", index), REPLAY_ERROR("error", error));
...>
}
