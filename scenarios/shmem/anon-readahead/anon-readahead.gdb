# SPDX-License-Identifier: GPL-2.0
# The reader waits for its page, and the pages around it are being read, too.
let reader sleep
let unmap_rest reach trylock_failed
assert PageLocked(page_of($unmap_rest))
assert PageSwapCache(page_of($unmap_rest))
stacks

let unmap_rest finish
let reader finish
