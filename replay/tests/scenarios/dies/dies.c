// SPDX-License-Identifier: GPL-2.0
/* The program dies before any actor comes: BROKEN, wherever it is run. */
#include "scenario.h"

#include <signal.h>

static volatile unsigned long where = 8;

__attribute__((constructor)) static void die(void)
{
	signal(SIGSEGV, SIG_DFL);
	*(volatile int *)where = 1;
}

static void one(void)
{
}

static void two(void)
{
}

static void check(void)
{
	ok(1, "nothing is wrong");
}

const struct scenario scenario = {
	.actors = { ACTOR(one), ACTOR(two) },
	.check = check,
};
