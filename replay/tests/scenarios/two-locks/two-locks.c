// SPDX-License-Identifier: GPL-2.0
/*
 * A deadlock: two actors lock two files, each in its own order.
 *
 * The kernel looks for no deadlock among locks of flock(2).
 */
#include "scenario.h"

#include <fcntl.h>
#include <sys/file.h>

/* Each open file of its own: they lock each other out. */
static void lock(const char *name)
{
	int fd = open(name, O_RDWR | O_CREAT, 0600);

	if (fd < 0 || flock(fd, LOCK_EX))
		broken("cannot lock %s", name);
}

static void up(void)
{
	lock("/first");
	at_point("has_first");
	lock("/second");
}

static void down(void)
{
	lock("/second");
	at_point("has_second");
	lock("/first");
}

static void check(void)
{
	ok(true, "never");
}

const struct scenario scenario = {
	.actors = { ACTOR(up), ACTOR(down) },
	.check = check,
};
