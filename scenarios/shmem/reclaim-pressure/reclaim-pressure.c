// SPDX-License-Identifier: GPL-2.0
/*
 * What memory pressure makes of a page that the race has left.
 *
 * "Page reclaim will ultimately pick these pages up", says the thread. Here
 * memory is filled until reclaim has taken 64 pages of the whole machine, and
 * the page is among them, on each kernel.
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
	outcome("left before pressure", "%lu", swap_used());
	punch_hole(hole.fd, 0, PAGE);
	memory_pressure(64);
	outcome("left after pressure", "%lu", swap_used());
	hole_check();
}

const struct scenario scenario = {
	.setup = hole_setup,
	.actors = { ACTOR(swapin), ACTOR(punch) },
	.check = check,
};
