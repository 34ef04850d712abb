// SPDX-License-Identifier: GPL-2.0
/* An actor is a process, and is killed as it sleeps: its end is an event, and it has finished. */
#include "scenario.h"

#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

static int ends[2];
static pid_t *pid;
static int *error;

static void setup(void)
{
	if (pipe(ends))
		broken("cannot make a pipe");
	pid = shared_memory(sizeof(*pid));
	error = shared_memory(sizeof(*error));
}

static void victim(void)
{
	char byte;

	*pid = getpid();
	if (read(ends[0], &byte, 1) == 1)
		broken("nobody writes");
}

static void killer(void)
{
	*error = *pid ? kill(*pid, SIGKILL) : 0;
}

static void check(void)
{
	bool was_there = *pid;

	ok(!*error, "the kill succeeds");
	if (was_there)
		ok(WTERMSIG(status_of("victim")) == SIGKILL, "the victim is killed");
	outcome("the victim", "%#x", status_of("victim"));
}

const struct scenario scenario = {
	.setup = setup,
	.actors = { PROCESS(victim), ACTOR(killer) },
	.check = check,
};
