// SPDX-License-Identifier: GPL-2.0
/*
 * Something comes into a pipe between a reader's look and its sleep.
 *
 * The first line above is what 'make list' says. Then: which commit or mail, as
 * <12-hex> ("subject"); what the race is; and its limits, what this does not show.
 *
 * This one is true, and no bug: who waits is first put among those to be woken, and then
 * looks once more before it sleeps.
 */
#include "scenario.h"

#include <unistd.h>

static int ends[2];
static long length;

static void undo(void)
{
	close(ends[0]);
	close(ends[1]);
}

/*
 * Before the actors: everything that is not the race. Where orders are explored it is done
 * before each, and what it makes is undone by a function that it names to at_end().
 */
static void setup(void)
{
	if (pipe(ends))
		broken("cannot make a pipe");
	at_end(undo);
	length = 0;
}

/* Who sleeps. */
static void reader(void)
{
	char byte;

	length = read(ends[0], &byte, 1);
}

/* Who wakes it. */
static void writer(void)
{
	if (write(ends[1], "x", 1) != 1)
		broken("cannot write to a pipe");
}

/* That an actor sleeps for ever fails by itself: this is what else a correct kernel does. */
static void check(void)
{
	outcome("bytes read", "%ld", length);
	ok(length == 1, "the reader gets what was written");
}

const struct scenario scenario = {
	.setup = setup,
	.actors = { ACTOR(reader), ACTOR(writer) },
	.check = check,
};
