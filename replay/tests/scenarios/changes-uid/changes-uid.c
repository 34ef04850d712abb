// SPDX-License-Identifier: GPL-2.0
/*
 * A thread changes who the process is: it sends a signal to each other thread, and waits until each
 * has answered it. A thread that has finished, or waits for the end of the others, answers at once.
 */
#include "scenario.h"

#include <unistd.h>

static uid_t seen;

static void undo(void)
{
	if (seteuid(1) || seteuid(0))
		broken("cannot become 1 and 0");
}

static void setup(void)
{
	if (seteuid(1) || seteuid(0))
		broken("cannot become 1 and 0");
	at_end(undo);
}

static void looker(void)
{
	at_point("looks");
	seen = geteuid();
}

static void changer(void)
{
	if (seteuid(1000))
		broken("cannot become 1000");
}

static void check(void)
{
	if (seteuid(0))
		broken("cannot become 0 again");
	outcome("the looker is", "%u", seen);
	ok(seen == 1000 || !seen, "it is one of the two");
}

const struct scenario scenario = {
	.setup = setup,
	.actors = { ACTOR(looker), ACTOR(changer) },
	.check = check,
};
