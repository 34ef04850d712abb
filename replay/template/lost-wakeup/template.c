// SPDX-License-Identifier: GPL-2.0
/*
 * Something comes into a pipe between a reader's look and its sleep.
 *
 * 'make list' prints the first line above. Replace this text by the commit or mail, as
 * <12-hex> ("subject"), by what the race is, and by its limits: what this does not show.
 *
 * This race exists, and is no bug: the reader first adds itself to the wait queue, and then
 * checks once more before it sleeps.
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
 * .setup runs before the actors, and prepares everything that is not the race. An exploration calls
 * it before each execution. It passes a function to at_end() that undoes what it has made.
 */
static void setup(void)
{
	if (pipe(ends))
		broken("cannot make a pipe");
	at_end(undo);
	length = 0;
}

/* Sleeps. */
static void reader(void)
{
	char byte;

	length = read(ends[0], &byte, 1);
}

/* Wakes the reader. */
static void writer(void)
{
	if (write(ends[1], "x", 1) != 1)
		broken("cannot write to a pipe");
}

/* If an actor sleeps for ever, the run fails without a check here. This checks the rest. */
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
