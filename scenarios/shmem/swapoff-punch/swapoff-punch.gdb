# SPDX-License-Identifier: GPL-2.0
# swapoff holds the page lock, its swap entry confirmed.
let swapoff_all reach swapin_confirmed
let punch reach trylock_failed
assert page_of($punch) == page_of($swapoff_all)
stacks

let punch finish
let swapoff_all finish
