// SPDX-License-Identifier: GPL-2.0
/*
 * A hole is punched, filled and swapped out into the same slot, while read(2)
 * swaps the page in.
 *
 * As slot-reuse, by another way into swapin. "... or a read/write error", says
 * the thread: in this order variant enoent returns ENOENT from read(2), of a file
 * that is open and a page that is in it.
 *
 * Limits: swap is full but for one slot. Needs nobody else to swap at that moment.
 */
#include "hole.h"

static void swapin(void)
{
	hole.access = read_page(hole.fd);
}

static void check(void)
{
	empty_swap();
	ok(survived(&hole.access), "the access survives");
	ok(hole.access.byte == 'r', "the read returns what the hole was filled with");
	hole_check();
}

const struct scenario scenario = {
	.setup = hole_setup_full_swap,
	.actors = { ACTOR(swapin), ACTOR(punch), ACTOR(refill_and_swap_out) },
	.check = check,
};
