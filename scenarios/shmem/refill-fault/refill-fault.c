// SPDX-License-Identifier: GPL-2.0
/*
 * A hole is punched and filled again while a fault swaps the page in.
 *
 * "entry ? -EEXIST : -ENOENT" against "expected ? -ENOENT : -EEXIST" is called a
 * matter of taste in the thread. It is not, where something else is in the tree
 * than what was expected: enoent-retry, which asks what is there, says -EEXIST and
 * leaves the page in swap cache; enoent, which asks what was expected, says
 * -ENOENT and deletes it. User space sees the same.
 *
 * Limits: one page, no readahead, swap that completes at once.
 */
#include "hole.h"

static void swapin(void)
{
	hole.access = load(hole.map);
}

static void refill(void)
{
	write_page(hole.fd, 'r');
}

static void check(void)
{
	ok(survived(&hole.access), "the access survives");
	ok(hole.access.byte == 'r', "the fault sees what the hole was filled with");
	hole_check();
}

const struct scenario scenario = {
	.setup = hole_setup,
	.actors = { ACTOR(swapin), ACTOR(punch), ACTOR(refill) },
	.check = check,
};
