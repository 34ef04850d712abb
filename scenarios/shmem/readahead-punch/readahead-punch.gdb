# SPDX-License-Identifier: GPL-2.0
# The reader waits for its page, and the pages around it are being read, too.
let reader sleep
let punch_rest reach trylock_failed
assert PageLocked(page_of($punch_rest))
assert PageSwapCache(page_of($punch_rest))
stacks

let punch_rest finish
let reader finish
