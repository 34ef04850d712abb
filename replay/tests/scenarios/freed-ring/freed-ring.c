// SPDX-License-Identifier: GPL-2.0
/*
 * A use after free: a pipe gets a new ring of buffers while somebody writes to the old.
 *
 * Mainline locks the pipe for both. Variant unlocked-grow takes the lock away, and
 * KASAN, for which config asks, sees what then happens.
 */
#define _GNU_SOURCE
#include "scenario.h"

#include <fcntl.h>
#include <sys/mman.h>
#include <unistd.h>

#define PAGE 4096

static int ends[2];
static long written;
static char *page; /* in memory from the write on: the write has a fault in its middle */

static void setup(void)
{
	page = mmap(NULL, PAGE, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
	if (pipe(ends) || page == MAP_FAILED)
		broken("cannot make a pipe, or map a page");
}

static void writer(void)
{
	written = write(ends[1], page, 1);
}

static void grow(void)
{
	if (fcntl(ends[1], F_SETPIPE_SZ, 32 * PAGE) != 32 * PAGE)
		broken("cannot make a pipe larger");
	/* So that it sleeps on either kernel, and one schedule does for both. */
	usleep(1);
}

static void check(void)
{
	ok(written == 1, "the write succeeds");
}

const struct scenario scenario = {
	.setup = setup,
	.actors = { ACTOR(writer), ACTOR(grow) },
	.check = check,
};
