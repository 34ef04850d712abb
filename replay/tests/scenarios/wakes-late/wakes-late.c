// SPDX-License-Identifier: GPL-2.0
/*
 * The hrtimer that ends an actor's sleep comes late. The director sleeps by an hrtimer, too.
 * In the case "two" another sleeps as long, and both alarms are due at once.
 */
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
	if (is_case("two"))
		poll(NULL, 0, 1);
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
