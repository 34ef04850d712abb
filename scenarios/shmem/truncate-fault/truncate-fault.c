// SPDX-License-Identifier: GPL-2.0
/*
 * A file is truncated while a fault swaps its page in.
 *
 * As punch-fault, but the page is beyond the end of the file afterwards, and
 * SIGBUS is right.
 *
 * Limits: one page, no readahead, swap that completes at once.
 */
#include "hole.h"

#include <signal.h>

static void swapin(void)
{
	hole.access = load(hole.map);
}

static void check(void)
{
	ok(hole.access.signal == SIGBUS, "a fault beyond the end is a SIGBUS");
	hole_check();
}

const struct scenario scenario = {
	.setup = hole_setup,
	.actors = { ACTOR(swapin), ACTOR(truncate_file) },
	.check = check,
};
