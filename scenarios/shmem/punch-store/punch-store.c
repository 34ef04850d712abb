// SPDX-License-Identifier: GPL-2.0
/*
 * A hole is punched while a fault for writing swaps the page in.
 *
 * As punch-fault, by another way into swapin:
 * SGP_CACHE, as a fault for reading; what is stored must be there.
 *
 * Limits: one page, no readahead, swap that completes at once.
 */
#include "hole.h"

static void swapin(void)
{
	hole.access = store(hole.map, 'y');
}

static void check(void)
{
	ok(survived(&hole.access), "the access survives");
	hole_check();
}

const struct scenario scenario = {
	.setup = hole_setup,
	.actors = { ACTOR(swapin), ACTOR(punch) },
	.check = check,
};
