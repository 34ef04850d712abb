# SPDX-License-Identifier: GPL-2.0
# The hole is punched while swapin holds the page lock, its swap entry confirmed.
let swapin reach swapin_confirmed
assert PageLocked($swapin->facts.page)
assert PageSwapCache($swapin->facts.page)
assert swap_entry_in_tree($swapin->facts)

# The trylock fails on that very page, and the entry is gone from the tree.
let punch reach trylock_failed
assert $punch->facts.page == $swapin->facts.page
assert $punch->facts.entry == $swapin->facts.entry
assert PageLocked($swapin->facts.page)
assert tree_entry($swapin->facts) == 0
stacks

let punch finish
let swapin finish
