# SPDX-License-Identifier: GPL-2.0
# The read has taken a reference to the page of the buffer.
let reader enter submit_bio
stacks

# The page may be freed, and is reclaimed.
let freer enter madvise_free_pte_range
let freer finish
let reclaimer enter try_to_unmap_one
let reclaimer finish
let reader finish
