// SPDX-License-Identifier: GPL-2.0
/* The hrtimer that ends an actor's sleep comes late. The director sleeps by an hrtimer, too. */
#include "scenario.h"

#include <poll.h>

static volatile int stored, seen;

static void setup(void)
{
	stored = seen = 0;
}

static void sleeper(void)
{
	poll(NULL, 0, 1);
	seen = stored;
}

static void writer(void)
{
	stored = 1;
}

static void check(void)
{
	outcome("the sleeper sees", "%d", seen);
	ok(stored, "it is stored");
}

const struct scenario scenario = {
	.setup = setup,
	.actors = { ACTOR(sleeper), ACTOR(writer), HRTIMER(alarm, "hrtimer_wakeup") },
	.check = check,
};
