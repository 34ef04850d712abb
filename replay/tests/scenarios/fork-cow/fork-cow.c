// SPDX-License-Identifier: GPL-2.0
/*
 * One forks while another writes to a page: the child has it from before, or from after.
 */
#include "memory.h"
#include "scenario.h"

#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

static char *map;
static int status;

static void undo(void)
{
	munmap(map, PAGE);
}

static void setup(void)
{
	status = -1;
	map = anonymous_pages(1, 'a');
	at_end(undo);
}

static void forker(void)
{
	pid_t pid = fork();

	if (pid < 0)
		broken("cannot fork");
	if (!pid)
		_exit(*(volatile char *)map);
	if (waitpid(pid, &status, 0) != pid)
		broken("cannot wait");
}

static void writer(void)
{
	*(volatile char *)map = 'b';
}

static void check(void)
{
	outcome("the child has", "%c", WIFEXITED(status) ? WEXITSTATUS(status) : '?');
	ok(*map == 'b', "the write is there");
	ok(WIFEXITED(status) && (WEXITSTATUS(status) == 'a' || WEXITSTATUS(status) == 'b'),
	   "the child has a page");
}

const struct scenario scenario = {
	.setup = setup,
	.actors = { ACTOR(forker), ACTOR(writer) },
	.check = check,
};
