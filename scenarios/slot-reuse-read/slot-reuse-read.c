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

#define SLOTS 8UL

static void setup(void)
{
	memory_setup();
	swap_on(SLOTS, 0);
	/* Not the first and not the last: the search for a free slot leaves out the one it begins at. */
	fill_swap(SLOTS / 2);
	hole.fd = file_in_swap(&hole.map);
	fill_swap(SLOTS / 2 - 1);
}

static void swapin(void)
{
	hole.access = read_page(hole.fd);
}

static void refill(void)
{
	write_page(hole.fd, 'r');
	outcome("refilled, and swapped out again", "%s", to_swap(hole.map, 1) ? "yes" : "no");
}

static void check(void)
{
	empty_swap();
	ok(survived(&hole.access), "the access survives");
	ok(hole.access.byte == 'r', "the read returns what the hole was filled with");
	hole_check();
}

const struct scenario scenario = {
	.setup = setup,
	.actors = { ACTOR(swapin), ACTOR(punch), ACTOR(refill) },
	.check = check,
};
