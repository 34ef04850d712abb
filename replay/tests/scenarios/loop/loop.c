// SPDX-License-Identifier: GPL-2.0
/* An actor that runs and never sleeps, in user space or in the kernel. */
#include "scenario.h"

#include <sys/random.h>

static char bytes[1 << 20];

static void spinner(void)
{
	while (is_case("kernel"))
		getrandom(bytes, sizeof(bytes), GRND_INSECURE);
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
