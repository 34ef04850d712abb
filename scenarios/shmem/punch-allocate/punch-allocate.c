// SPDX-License-Identifier: GPL-2.0
/*
 * A hole is punched while fallocate(2) swaps the page in: it has to wait.
 *
 * As punch-fault, by another way into swapin:
 * SGP_FALLOC. But the way is closed: fallocate(2) holds the inode lock, and the punch
 * is one itself.
 *
 * Limits: one page, no readahead, swap that completes at once.
 */
#define _GNU_SOURCE
#include "hole.h"

#include <errno.h>
#include <fcntl.h>

static void swapin(void)
{
	if (fallocate(hole.fd, 0, 0, PAGE))
		hole.access = (struct access){ .error = errno, .length = -1 };
	else
		hole.access = read_page(hole.fd);
}

static void check(void)
{
	ok(survived(&hole.access), "the access survives");
	ok(passes("trylock_failed") == 0, "the punch does not meet the page locked");
	hole_check();
}

const struct scenario scenario = {
	.setup = hole_setup,
	.actors = { ACTOR(swapin), ACTOR(punch) },
	.check = check,
};
