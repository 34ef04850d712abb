// SPDX-License-Identifier: GPL-2.0
/* The program ends, or crashes, while one of its threads has finished, and is kept, or is held. */
#include "scenario.h"

#include <signal.h>
#include <unistd.h>

static volatile unsigned long where = 0x1234;

static void one(void)
{
	at_point("one");
}

static void other(void)
{
	at_point("other");
	if (is_case("crash"))
		raise(SIGSEGV);
	if (is_case("fault"))
		*(volatile char *)where = 1;
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
