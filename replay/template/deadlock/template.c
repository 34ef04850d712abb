// SPDX-License-Identifier: GPL-2.0
/*
 * Two files are renamed from one directory to another, and from there back.
 *
 * The first line above is what 'make list' says. Then: which commit or mail, as
 * <12-hex> ("subject"); what the race is; and its limits, what this does not show.
 *
 * This one is true, and no bug: each rename locks both directories, and one lock of the file
 * system is taken before them, so that two renames do not wait for each other.
 */
#include "file.h"
#include "scenario.h"

#include <fcntl.h>
#include <stdio.h>
#include <sys/stat.h>
#include <unistd.h>

static int up_error, down_error;

static void make(const char *name)
{
	int fd = open(name, O_RDWR | O_CREAT, 0600);

	if (fd < 0)
		broken("cannot make %s", name);
	close(fd);
}

/*
 * Before the actors: everything that is not the race. Where orders are explored it is done
 * before each, and what it makes is undone by a function that it names to at_end(); of a
 * file system of its own the library does that.
 */
static void setup(void)
{
	tmpfs_file(0, 0);
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

/* That an actor sleeps for ever fails by itself: this is what else a correct kernel does. */
static void check(void)
{
	ok(!up_error && !down_error, "both are renamed");
}

const struct scenario scenario = {
	.setup = setup,
	.actors = { ACTOR(up), ACTOR(down) },
	.check = check,
};
