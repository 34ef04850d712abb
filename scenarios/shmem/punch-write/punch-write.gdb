# SPDX-License-Identifier: GPL-2.0
# The punch waits for the inode lock while swapin has it.
let swapin reach swapin_confirmed
let punch block
assert swap_entry_in_tree($swapin)
stacks

let swapin finish
let punch finish
