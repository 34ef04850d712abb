# SPDX-License-Identifier: GPL-2.0
let swapin reach swapin_confirmed
let punch reach trylock_failed
let punch finish
assert tree_entry($swapin) == 0

# swapin knows that it has lost its entry, and has done what its variant does.
let swapin reach swapin_failing
let refill_and_swap_out finish
stacks

let swapin finish
