// SPDX-License-Identifier: GPL-2.0
/* The child of an actor is no actor: it runs as it likes, and passes no point. */
#include "scenario.h"

#include <sys/wait.h>
#include <unistd.h>

static void parent(void)
{
	int status;
	pid_t pid = fork();

	if (pid < 0)
		broken("cannot fork");
	if (!pid) {
		at_point("runs");
		_exit(0);
	}
	if (waitpid(pid, &status, 0) != pid || status)
		broken("the child ended with %#x", status);
}

static void check(void)
{
	ok(true, "the guest lives");
}

const struct scenario scenario = {
	.actors = { ACTOR(parent) },
	.check = check,
};
