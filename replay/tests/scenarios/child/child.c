// SPDX-License-Identifier: GPL-2.0
/* The child of an actor is an actor, too: it comes when it is forked, and is kept. */
#include "memory.h"
#include "scenario.h"

#include <signal.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

static int fd;
struct common {
	char seen[2 * PAGE];
	long length;
};

static struct common *common;

static void setup(void)
{
	fd = file_in_memory(2, 'a');
	common = shared_memory(sizeof(*common));
}

static void parent(void)
{
	pid_t pid = fork();

	if (pid < 0)
		broken("cannot fork");
	if (!pid) {
		become("reader");
		at_point("reads");
		common->length = pread(fd, common->seen, sizeof(common->seen), 0);
		return;
	}
	if (is_case("killed")) {
		usleep(1000);
		kill(pid, SIGKILL);
	}
	if (waitpid(pid, NULL, 0) != pid)
		broken("cannot wait");
}

static void writer(void)
{
	char new[2 * PAGE];

	memset(new, 'b', sizeof(new));
	if (pwrite(fd, new, sizeof(new), 0) != sizeof(new))
		broken("cannot write two pages");
}

static void check(void)
{
	outcome("the read saw", "%c and %c", common->seen[0], common->seen[PAGE]);
	ok(is_case("killed") || common->length == sizeof(common->seen),
	   "the read returns both pages");
}

const struct scenario scenario = {
	.setup = setup,
	.actors = { ACTOR(parent), CHILD(reader), ACTOR(writer) },
	.check = check,
};
