// SPDX-License-Identifier: GPL-2.0
// swapin has failed, and is about to ask whether its entry is in the tree still:
// if it is not, whatever has failed becomes -EEXIST, which is tried again.
// File: mm/shmem.c
@@
identifier swapin = { shmem_swapin_page, shmem_swapin_folio };
expression mapping, index, error;
@@
swapin(...)
{
<...
failed:
+ replay_point(swapin_failing, REPLAY_OBJECT("page", NULL), REPLAY_HANDLE("entry", swap.val), REPLAY_CONTAINER("mapping", mapping), REPLAY_INDEX("index", index), REPLAY_ERROR("error", error));
(
if (!shmem_confirm_swap(mapping, index, swap)) error = -EEXIST;
|
if (shmem_confirm_swap(mapping, index, swap) < 0) error = -EEXIST;
)
...>
}
