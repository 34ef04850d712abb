// SPDX-License-Identifier: GPL-2.0
// On a disk without seeks the search for a free slot begins at random. Here it begins
// where it did on the first such disk of this boot: each of many executions in one boot
// finds the same as in a boot of its own.
// Optional: without it an execution may find another slot than in another boot.
// File: mm/swapfile.c
// Needed-for: highest_bit
@@
expression swap;
@@
(
- prandom_u32_max(swap->highest_bit)
+ replay_first(prandom_u32_max(swap->highest_bit))
|
- get_random_u32_inclusive(1, swap->highest_bit)
+ replay_first(get_random_u32_inclusive(1, swap->highest_bit))
)
