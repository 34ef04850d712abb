// SPDX-License-Identifier: GPL-2.0
/*
 * A fault, a punch, a write and reclaim meet at one page, in any order.
 *
 * The thread: "can -ENOENT arrive at that point from any other case, that might
 * endlessly retry?" Its schedule is one order of many; uml-replay explore goes through
 * all of them, and what is checked here holds in each: no SIGBUS and no error, no
 * entry lost over and over, nothing in the file but what was put there last, and
 * nothing that reclaim does not get back.
 *
 * Limits: one page, no readahead, swap that completes at once and has room.
 */
#include "meeting.h"

static void setup(void)
{
	meeting_setup();
	hole_setup();
}

static void check(void)
{
	meeting_check();
	nothing_is_lost(hole.fd);
}

const struct scenario scenario = {
	.setup = setup,
	.actors = { ACTOR(swapin), ACTOR(punch_it), ACTOR(writer), ACTOR(reclaimer) },
	.check = check,
};
