# SPDX-License-Identifier: GPL-2.0
# swapoff holds the page lock, its swap entry confirmed.
let swapoff_all reach swapin_confirmed
let punch reach trylock_failed
assert $punch->facts.page == $swapoff_all->facts.page
stacks

let punch finish
let swapoff_all finish
