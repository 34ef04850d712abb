// SPDX-License-Identifier: GPL-2.0
/* The guest sleeps for ever, outside of the schedule. */
#include "scenario.h"

#include <unistd.h>

static void actor(void)
{
}

static void check(void)
{
	int ends[2];
	char byte;

	if (pipe(ends) || read(ends[0], &byte, 1))
		broken("cannot read from a pipe");
}

const struct scenario scenario = {
	.actors = { ACTOR(actor) },
	.check = check,
};
