// SPDX-License-Identifier: GPL-2.0
/*
 * Three actors: who waits for a byte is woken for it, and another takes it.
 *
 * A pipe promises nothing else. Who was woken looks again, and goes on waiting.
 */
#include "scenario.h"

#include <unistd.h>

static int ends[2];
static char waiter_got, thief_got;

static void setup(void)
{
	if (pipe(ends))
		broken("cannot make a pipe");
}

static char take(void)
{
	char byte;

	return read(ends[0], &byte, 1) == 1 ? byte : 0;
}

static void waiter(void)
{
	waiter_got = take();
}

static void giver(void)
{
	if (write(ends[1], "1", 1) != 1)
		broken("cannot write to a pipe");
	at_point("gave_one");
	if (write(ends[1], "2", 1) != 1)
		broken("cannot write to a pipe");
}

static void thief(void)
{
	thief_got = take();
}

static void check(void)
{
	ok(thief_got == '1', "who comes later gets the first byte");
	ok(waiter_got == '2', "who came first gets the second");
}

const struct scenario scenario = {
	.setup = setup,
	.actors = { ACTOR(waiter), ACTOR(giver), ACTOR(thief) },
	.check = check,
};
