// SPDX-License-Identifier: GPL-2.0
/* What two actors have in common is in a file of kernel/ alone: the name of the host. */
#include "scenario.h"

#include <string.h>
#include <unistd.h>

static char name[8];

static void setup(void)
{
	if (sethostname("before", 6))
		broken("cannot set the name of the host");
}

static void sets(void)
{
	sethostname("after", 5);
}

static void reads(void)
{
	gethostname(name, sizeof(name));
}

static void check(void)
{
	outcome("the name", "%s", name);
	ok(!strcmp(name, "before") || !strcmp(name, "after"), "it is one of the two");
}

const struct scenario scenario = {
	.setup = setup,
	.actors = { ACTOR(sets), ACTOR(reads) },
	.check = check,
};
