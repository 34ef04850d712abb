// SPDX-License-Identifier: GPL-2.0
/*
 * A pipe gets a new ring of buffers while somebody writes to the old one.
 *
 * The first line above is what 'make list' says. Then: which commit or mail, as
 * <12-hex> ("subject"); what the race is; and its limits, what this does not show.
 *
 * This one is true, and no bug: the lock of the pipe is held for both. Where it is taken
 * away, KASAN reports the use after free, and 'the kernel reports nothing wrong' fails.
 */
#define _GNU_SOURCE
#include "file.h"
#include "scenario.h"

#include <fcntl.h>
#include <sys/mman.h>
#include <unistd.h>

static int ends[2];
static char *page; /* in memory from the write on: the write has a fault in its middle */
static long written;

static void undo(void)
{
	close(ends[0]);
	close(ends[1]);
	munmap(page, PAGE);
}

/*
 * Before the actors: everything that is not the race. Where orders are explored it is done
 * before each, and what it makes is undone by a function that it names to at_end().
 */
static void setup(void)
{
	page = map_unlocked(PAGE, MAP_PRIVATE | MAP_ANONYMOUS, -1);
	if (pipe(ends))
		broken("cannot make a pipe");
	at_end(undo);
	written = 0;
}

/* Who uses what is freed. */
static void writer(void)
{
	written = write(ends[1], page, 1);
}

/* Who frees it. */
static void grow(void)
{
	if (fcntl(ends[1], F_SETPIPE_SZ, 32 * PAGE) != (int)(32 * PAGE))
		broken("cannot make a pipe larger");
	/* So that it sleeps with and without the bug, and one schedule does for both. */
	usleep(1);
}

/* A report of the kernel fails by itself: this is what else a correct kernel does. */
static void check(void)
{
	ok(written == 1, "the write succeeds");
}

const struct scenario scenario = {
	.setup = setup,
	.actors = { ACTOR(writer), ACTOR(grow) },
	.check = check,
};
