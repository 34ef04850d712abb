// SPDX-License-Identifier: GPL-2.0
/*
 * What memory.reclaim makes of a page that the race has left.
 *
 * "Page reclaim will ultimately pick these pages up", says the thread. Since
 * 94968384dde1 ("memcg: introduce per-memcg reclaim interface"), v5.19, user space can
 * ask for it, with no limit and no pressure. 5.10 has no such file.
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
	outcome("left before reclaim", "%lu", swap_used());
	if (reclaim_asked(64))
		outcome("left after memory.reclaim", "%lu", swap_used());
	else
		outcome("left after memory.reclaim", "there is none");
	hole_check();
}

const struct scenario scenario = {
	.setup = hole_setup,
	.actors = { ACTOR(swapin), ACTOR(punch) },
	.check = check,
};
