// SPDX-License-Identifier: GPL-2.0
/* An actor that runs and never sleeps. */
#include "scenario.h"

static void spinner(void)
{
	for (;;)
		__asm__ volatile("");
}

static void check(void)
{
	ok(true, "never");
}

const struct scenario scenario = {
	.actors = { ACTOR(spinner) },
	.check = check,
};
