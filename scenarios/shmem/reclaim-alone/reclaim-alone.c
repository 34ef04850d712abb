// SPDX-License-Identifier: GPL-2.0
/*
 * What reclaim within a control group makes of a page that the race has left.
 *
 * "Page reclaim will ultimately pick these pages up", says the thread. Here it is
 * asked to, by a limit below what the group uses, with hardly a page in the group
 * beside it. On 5.10 it does not come: the page was swapped in as one that had
 * been in use not long ago, so it is active (workingset_refault()); and active
 * anonymous pages are only aged where inactive ones are too few, by counters that
 * a group keeps in batches of 32 (shrink_lruvec(), inactive_is_low()). Among 128
 * other pages in use it is reclaimed at once, as every scenario here checks.
 *
 * On 7.2 it does not come either, while the page waits in the batch of its CPU for its
 * list: the batch is added to the lists where some of them is reclaimed
 * (shrink_inactive_list()), and the group's are empty. How full the batch is depends on
 * what was added before.
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
	reclaim_alone();
	outcome("left after reclaim alone", "%lu", swap_used());
	hole_check();
}

const struct scenario scenario = {
	.setup = hole_setup,
	.actors = { ACTOR(swapin), ACTOR(punch) },
	.check = check,
};
