// SPDX-License-Identifier: GPL-2.0
/*
 * A hole is punched while write(2) swaps the page in: it has to wait.
 *
 * As punch-fault, by another way into swapin: SGP_WRITE. But the way is closed: write(2) holds the
 * inode lock, which the punch wants, too. So there is no write error to be had, as the thread fears.
 *
 * The other schedule is the same order by fallocate(2), SGP_FALLOC: it holds that lock, and the punch
 * is one itself.
 *
 * Limits: one page, no readahead, swap that completes at once.
 */
#define _GNU_SOURCE
#include "hole.h"

#include <errno.h>
#include <fcntl.h>

static struct access allocate_page(int fd)
{
	if (fallocate(fd, 0, 0, PAGE))
		return (struct access){ .error = errno, .length = -1 };
	return read_page(fd);
}

static void swapin(void)
{
	hole.access = is_case("allocate") ? allocate_page(hole.fd) : write_page(hole.fd, 'y');
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
