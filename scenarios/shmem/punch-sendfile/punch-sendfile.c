// SPDX-License-Identifier: GPL-2.0
/*
 * A hole is punched while sendfile(2) swaps the page in.
 *
 * As punch-fault, by another way into swapin:
 * SGP_READ, by the pages themselves, which go into a pipe.
 *
 * Limits: one page, no readahead, swap that completes at once.
 */
#include "hole.h"

static void swapin(void)
{
	hole.access = send_page(hole.fd);
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
