// SPDX-License-Identifier: GPL-2.0
/* The program dies in its check, which has said something before: an exploring guest has not sent that yet. */
#include "scenario.h"

#include <signal.h>

static void one(void)
{
	at_point("one");
}

static void two(void)
{
	at_point("two");
}

static void check(void)
{
	outcome("the check", "begins");
	ok(true, "the check begins");
	raise(SIGSEGV);
}

const struct scenario scenario = {
	.actors = { ACTOR(one), ACTOR(two) },
	.check = check,
};
