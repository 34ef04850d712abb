# SPDX-License-Identifier: GPL-2.0
# The file ends before the page while swapin has it locked and its entry confirmed.
let swapin reach swapin_confirmed
let truncate_file reach trylock_failed
assert page_of($truncate_file) == page_of($swapin)
assert tree_entry($swapin) == 0
stacks

let truncate_file finish
let swapin finish
