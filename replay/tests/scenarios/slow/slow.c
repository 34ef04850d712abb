// SPDX-License-Identifier: GPL-2.0
/* An actor sleeps for longer than anybody's patience, and wakes by itself. */
#include "scenario.h"

#include <unistd.h>

static unsigned int left = 1;

static void sleeper(void)
{
	left = sleep(20);
}

static void check(void)
{
	ok(!left, "it has slept for as long as it wanted");
}

const struct scenario scenario = {
	.actors = { ACTOR(sleeper) },
	.check = check,
};
