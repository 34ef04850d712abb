// SPDX-License-Identifier: GPL-2.0
/*
 * Two files are renamed from one directory to another, and from there back.
 *
 * 'make list' prints the first line above. Replace this text by the commit or mail, as
 * <12-hex> ("subject"), by what the race is, and by its limits: what this does not show.
 *
 * This race exists, and is no bug: each rename locks both directories. It first takes one lock of
 * the file system, so that two renames do not wait for each other.
 */
#include "attributes.h"
#include "scenario.h"

#include <fcntl.h>
#include <stdio.h>
#include <sys/mount.h>
#include <sys/stat.h>
#include <unistd.h>

static int up_error, down_error;

static void undo(void)
{
	if (umount("/tmp"))
		broken("cannot unmount /tmp");
}

static void make(const char *name)
{
	int fd = open(name, O_RDWR | O_CREAT, 0600);

	if (fd < 0)
		broken("cannot make %s", name);
	close(fd);
}

/*
 * .setup runs before the actors, and prepares everything that is not the race. An exploration calls
 * it before each execution. It passes a function to at_end() that undoes what it has made.
 */
static void setup(void)
{
	mount_type("tmpfs", "/tmp", NULL);
	at_end(undo);
	if (mkdir("/tmp/low", 0700) || mkdir("/tmp/high", 0700))
		broken("cannot make directories");
	make("/tmp/low/one");
	make("/tmp/high/other");
	up_error = down_error = -1;
}

static void up(void)
{
	up_error = rename("/tmp/low/one", "/tmp/high/one");
}

static void down(void)
{
	down_error = rename("/tmp/high/other", "/tmp/low/other");
}

/* If an actor sleeps for ever, the run fails without a check here. This checks the rest. */
static void check(void)
{
	ok(!up_error && !down_error, "both are renamed");
}

const struct scenario scenario = {
	.setup = setup,
	.actors = { ACTOR(up), ACTOR(down) },
	.check = check,
};
