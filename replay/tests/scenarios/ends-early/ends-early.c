// SPDX-License-Identifier: GPL-2.0
/* The program ends, or crashes, while one of its threads has finished, and is kept. */
#include "scenario.h"

#include <signal.h>
#include <unistd.h>

static void one(void)
{
	at_point("one");
}

static void other(void)
{
	at_point("other");
	if (is_case("crash"))
		raise(SIGSEGV);
	_exit(3);
}

static void check(void)
{
	ok(false, "nobody comes here");
}

const struct scenario scenario = {
	.actors = { ACTOR(one), ACTOR(other) },
	.check = check,
};
