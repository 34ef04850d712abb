# SPDX-License-Identifier: GPL-2.0
# Another page is where swapin has confirmed its entry.
let swapin reach swapin_confirmed
let punch reach trylock_failed
let punch finish
let refill finish
assert tree_entry($swapin) != 0
assert !swap_entry_in_tree($swapin)
stacks

let swapin finish
