// SPDX-License-Identifier: GPL-2.0
// On a disk without seeks the search for a free slot begins at random. Here it begins at slot
// 64, where there are so many: what is drawn depends on the words of the command line, and on
// how often was drawn before, and so differs between a run and an exploration, or between two
// executions of one boot.
// Optional: without it an execution may find another slot than in another boot.
// File: mm/swapfile.c
// Needed-for: highest_bit
@@
expression swap;
@@
(
- prandom_u32_max(swap->highest_bit)
+ min(swap->highest_bit - 1, 63U)
|
- get_random_u32_inclusive(1, swap->highest_bit)
+ min(swap->highest_bit, 64U)
)
