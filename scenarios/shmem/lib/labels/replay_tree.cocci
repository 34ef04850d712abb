// SPDX-License-Identifier: GPL-2.0
// Where gdb finds what a mapping has at an index: verbs.gdb uses it.
// File: mm/shmem.c
@@
@@
+ const unsigned long replay_tree_head = (unsigned long)&((struct address_space *)0)->i_pages.xa_head;
+ const unsigned long replay_tree_slots = (unsigned long)((struct xa_node *)0)->slots;
+ const unsigned long replay_tree_chunk = XA_CHUNK_SIZE;
+
shmem_undo_range(...)
{
...
}
