// SPDX-License-Identifier: GPL-2.0
/* An actor that tries again for ever, and passes a point each time. */
#include "scenario.h"

static void retry(void)
{
	while (1)
		at_point("again");
}

static void check(void)
{
	ok(false, "nobody comes here");
}

const struct scenario scenario = {
	.actors = { ACTOR(retry) },
	.check = check,
};
