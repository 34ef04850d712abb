// SPDX-License-Identifier: GPL-2.0
/*
 * The sleep of an actor ends by a timer while the other is between two stores: for that nobody has to be
 * woken, and time has to pass.
 */
#include "scenario.h"

#include <poll.h>

static volatile int half, seen;

static void setup(void)
{
	half = seen = 0;
}

static void sleeper(void)
{
	poll(NULL, 0, 1000);
	at_point("awake");
	seen = half;
}

static void writer(void)
{
	half = 1;
	at_point("between");
	half = 0;
}

static void check(void)
{
	ok(!seen, "no half of it is seen");
}

const struct scenario scenario = {
	.setup = setup,
	.actors = { ACTOR(sleeper), ACTOR(writer) },
	.check = check,
};
