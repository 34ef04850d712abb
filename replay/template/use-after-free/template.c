// SPDX-License-Identifier: GPL-2.0
/*
 * A pipe gets a new ring of buffers while somebody writes to the old one.
 *
 * 'make list' prints the first line above. Replace this text by the commit or mail, as
 * <12-hex> ("subject"), by what the race is, and by its limits: what this does not show.
 *
 * This race exists, and is no bug: both hold the lock of the pipe. On a kernel without that lock,
 * KASAN reports the use after free, and 'the kernel reports nothing wrong' fails.
 */
#define _GNU_SOURCE
#include "memory.h"
#include "scenario.h"

#include <fcntl.h>
#include <sys/mman.h>
#include <unistd.h>

static int ends[2];
static char *page; /* not in memory before the write, so the write faults midway */
static long written;

static void undo(void)
{
	close(ends[0]);
	close(ends[1]);
	munmap(page, PAGE);
}

/*
 * .setup runs before the actors, and prepares everything that is not the race. An exploration calls
 * it before each execution. It passes a function to at_end() that undoes what it has made.
 */
static void setup(void)
{
	page = map_unlocked(PAGE, MAP_PRIVATE | MAP_ANONYMOUS, -1);
	if (pipe(ends))
		broken("cannot make a pipe");
	at_end(undo);
	written = 0;
}

/* Uses the memory that the other one frees. */
static void writer(void)
{
	written = write(ends[1], page, 1);
}

/* Frees that memory. */
static void grow(void)
{
	if (fcntl(ends[1], F_SETPIPE_SZ, 32 * PAGE) != (int)(32 * PAGE))
		broken("cannot make a pipe larger");
	/* It sleeps with and without the bug, so that one schedule fits both kernels. */
	usleep(1);
}

/* If the kernel reports an error, the run fails without a check here. This checks the rest. */
static void check(void)
{
	ok(written == 1, "the write succeeds");
}

const struct scenario scenario = {
	.setup = setup,
	.actors = { ACTOR(writer), ACTOR(grow) },
	.check = check,
};
