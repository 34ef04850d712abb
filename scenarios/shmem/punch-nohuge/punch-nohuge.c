// SPDX-License-Identifier: GPL-2.0
/*
 * A hole is punched while a fault that wants no huge page swaps the page in.
 *
 * punch-fault, by another way into swapin: on 5.10 the fault of a process that has
 * huge pages disabled asks for SGP_NOHUGE. Of the other sgp types that there are,
 * SGP_HUGE and SGP_NOALLOC, none is asked for on user-mode Linux: they want huge
 * pages, or the minor faults of userfaultfd, of an architecture that has them. From
 * 6.1 on this is SGP_CACHE, as in punch-fault.
 *
 * Limits: one page, no readahead, swap that completes at once.
 */
#include "hole.h"

#include <sys/prctl.h>

static void swapin(void)
{
	hole.access = load(hole.map);
}

static void setup(void)
{
	if (prctl(PR_SET_THP_DISABLE, 1, 0, 0, 0))
		broken("cannot disable huge pages");
	hole_setup();
}

static void check(void)
{
	ok(survived(&hole.access), "the access survives");
	hole_check();
}

const struct scenario scenario = {
	.setup = setup,
	.actors = { ACTOR(swapin), ACTOR(punch) },
	.check = check,
};
