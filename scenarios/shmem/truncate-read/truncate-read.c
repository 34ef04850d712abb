// SPDX-License-Identifier: GPL-2.0
/*
 * A file is truncated while read(2) swaps its page in.
 *
 * As punch-fault, but the page is beyond the end of the file afterwards: the read
 * returns no byte.
 *
 * Limits: one page, no readahead, swap that completes at once.
 */
#include "hole.h"

static void swapin(void)
{
	hole.access = read_page(hole.fd);
}

static void check(void)
{
	ok(survived(&hole.access) && !hole.access.length, "a read beyond the end returns 0");
	hole_check();
}

const struct scenario scenario = {
	.setup = hole_setup,
	.actors = { ACTOR(swapin), ACTOR(truncate_file) },
	.check = check,
};
