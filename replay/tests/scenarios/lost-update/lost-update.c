// SPDX-License-Identifier: GPL-2.0
/* Two actors add to what they share in user space, and one may do so behind the other's back. */
#include "scenario.h"

static int sum;

static void setup(void)
{
	sum = 0;
}

static void add(void)
{
	int before = sum;

	at_point("read");
	sum = before + 1;
}

static void first(void)
{
	add();
}

static void second(void)
{
	add();
}

static void check(void)
{
	ok(sum == 2, "both are counted");
}

const struct scenario scenario = {
	.setup = setup,
	.actors = { ACTOR(first), ACTOR(second) },
	.check = check,
};
