// SPDX-License-Identifier: GPL-2.0
/*
 * swapoff after the race has left a page in swap cache.
 *
 * The page belongs to no file any more: swapoff does not find it in the inodes,
 * and has to free it by its slot. Counted are the passes of its loop.
 *
 * Limits: one page, no readahead, swap that completes at once.
 */
#include "hole.h"

static void swapin(void)
{
	hole.access = load(hole.map);
}

static void check(void)
{
	int error;

	outcome("stranded", "%lu", swap_cached());
	error = swap_off();
	outcome("swapoff", "%s", error ? "fails" : "succeeds");
	ok(!error, "swapoff succeeds");
	hole_check();
}

const struct scenario scenario = {
	.setup = hole_setup,
	.actors = { ACTOR(swapin), ACTOR(punch) },
	.check = check,
};
