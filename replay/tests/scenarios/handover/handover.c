// SPDX-License-Identifier: GPL-2.0
/* One actor waits for what the other gives, and is kept when it has it. */
#include "scenario.h"

#include <unistd.h>

static int ends[2];
static int got, got_when_given;

static void setup(void)
{
	if (pipe(ends))
		broken("cannot make a pipe");
}

static void taker(void)
{
	char byte = 0;

	got = read(ends[0], &byte, 1) == 1 && byte == 'x';
}

static void giver(void)
{
	if (write(ends[1], "x", 1) != 1)
		broken("cannot write to a pipe");
	at_point("given");
	/* Sleeps, so that a taker who could run would. */
	usleep(1000);
	got_when_given = got;
}

static void check(void)
{
	ok(got, "the taker gets what is given");
	ok(!got_when_given, "a taker who is woken is kept until it is let");
}

const struct scenario scenario = {
	.setup = setup,
	.actors = { ACTOR(taker), ACTOR(giver) },
	.check = check,
};
