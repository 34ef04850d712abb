# SPDX-License-Identifier: GPL-2.0
# The hole is punched while swapin holds the page lock, its swap entry confirmed.
let swapin reach swapin_confirmed
assert PageLocked(page_of($swapin))
assert PageSwapCache(page_of($swapin))
assert swap_entry_in_tree($swapin)

# The trylock fails on that very page, and the entry is gone from the tree.
let punch reach trylock_failed
assert page_of($punch) == page_of($swapin)
assert entry_of($punch) == entry_of($swapin)
assert PageLocked(page_of($swapin))
assert tree_entry($swapin) == 0
stacks

let punch finish
let swapin finish
