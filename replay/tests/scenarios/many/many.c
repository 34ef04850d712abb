// SPDX-License-Identifier: GPL-2.0
/* An actor that makes more calls in a step than are recorded. */
#include <unistd.h>

#include "scenario.h"

static int ends[2];

static void setup(void)
{
	if (pipe(ends))
		broken("no pipe");
}

static void caller(void)
{
	int i;

	for (i = 0; i < 50000; i++)
		lseek(ends[0], 0, SEEK_CUR);
	at_point("called");
	lseek(ends[0], 0, SEEK_CUR);
}

static void check(void)
{
	ok(true, "it comes to its end");
}

const struct scenario scenario = {
	.setup = setup,
	.actors = { ACTOR(caller) },
	.check = check,
};
