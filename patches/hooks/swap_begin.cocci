// SPDX-License-Identifier: GPL-2.0
// On a disk without seeks the search for a free slot begins at random, and each of
// many orders in one boot is to find the same.
// Optional: without it an order may find another slot than in another boot.
// File: mm/swapfile.c
// Needed-for: highest_bit
@@
expression swap;
@@
(
- prandom_u32_max(swap->highest_bit)
+ (replay_exploring ? 0 : prandom_u32_max(swap->highest_bit))
|
- get_random_u32_inclusive(1, swap->highest_bit)
+ (replay_exploring ? 1 : get_random_u32_inclusive(1, swap->highest_bit))
)
