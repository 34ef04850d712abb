// SPDX-License-Identifier: GPL-2.0
/*
 * A file is truncated while a fault swaps its page in.
 *
 * As punch-fault, but the page is beyond the end of the file afterwards, and
 * SIGBUS is right. The other schedule is the same order by read(2), which returns no byte.
 *
 * Limits: one page, no readahead, swap that completes at once.
 */
#include "hole.h"

#include <signal.h>

static void swapin(void)
{
	hole.access = is_case("read") ? read_page(hole.fd) : load(hole.map);
}

static void check(void)
{
	if (is_case("read"))
		ok(survived(&hole.access) && !hole.access.length,
		   "a read beyond the end returns 0");
	else
		ok(hole.access.signal == SIGBUS, "a fault beyond the end is a SIGBUS");
	hole_check();
}

const struct scenario scenario = {
	.setup = hole_setup,
	.actors = { ACTOR(swapin), ACTOR(truncate_file) },
	.check = check,
};
