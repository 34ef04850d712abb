# SPDX-License-Identifier: GPL-2.0
# What a schedule may ask of the kernel's state, as the kernel spells it.
# The labels here tell of the actor, in this order: page, swap entry, mapping, index. What one
# does not know is 0.
macro define page_of(actor) ((actor)->facts[0].value)
macro define entry_of(actor) ((actor)->facts[1].value)
macro define mapping_of(actor) ((actor)->facts[2].value)
macro define index_of(actor) ((actor)->facts[3].value)
macro define PageLocked(page) (*(unsigned long *)(page) >> PG_locked & 1)
macro define PageSwapCache(page) (*(unsigned long *)(page) >> PG_swapcache & 1)
# xa_load(), by memory alone and without a type, which gdb takes long to find. A node has 2 in its
# lowest bits, and in its first byte how far the index is shifted at its level.
macro define xa_is_node(entry) (((entry) & 3) == 2 && (entry) > 4096)
macro define xa_slot(index) ((index) >> *(unsigned char *)($replay_x - 2))
macro define xa_top(index) ($replay_x = xa_is_node($replay_x) ? xa_slot(index) < replay_tree_chunk ? $replay_x : 0 : (index) ? 0 : $replay_x)
macro define xa_down(index) ($replay_x = xa_is_node($replay_x) ? ((unsigned long *)($replay_x - 2 + replay_tree_slots))[xa_slot(index) & (replay_tree_chunk - 1)] : $replay_x)
macro define tree_load(mapping, index) ($replay_x = *(unsigned long *)((unsigned long)(mapping) + replay_tree_head), xa_top(index), xa_down(index), xa_down(index), xa_down(index), xa_down(index), xa_down(index), xa_down(index), xa_down(index), xa_down(index), xa_down(index), xa_down(index), xa_down(index), $replay_x)
macro define tree_entry(actor) tree_load(mapping_of(actor), index_of(actor))
macro define swap_entry_in_tree(actor) (tree_entry(actor) == (entry_of(actor) << 1 | 1))
