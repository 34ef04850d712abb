// SPDX-License-Identifier: GPL-2.0
/*
 * A process needs more than its cgroup may have, and is killed: a kernel thread takes its memory,
 * unless its own exit is first.
 */
#include "attributes.h"
#include "scenario.h"

#include <errno.h>
#include <signal.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

static void undo(void)
{
	if (rmdir("/g/small"))
		broken("cannot remove the group");
}

static void setup(void)
{
	mount_type("cgroup2", "/g", NULL);
	put_text("/g/cgroup.subtree_control", "+memory");
	if (mkdir("/g/small", 0755))
		broken("cannot make a group");
	put_text("/g/small/memory.max", "1M");
	at_end(undo);
}

static void victim(void)
{
	const size_t size = 8 << 20;
	char *memory = mmap(NULL, size, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);

	put_text("/g/small/cgroup.procs", "0");
	memset(memory, 'x', size);
}

static void check(void)
{
	ok(WTERMSIG(status_of("victim")) == SIGKILL, "the victim is killed");
}

const struct scenario scenario = {
	.setup = setup,
	.actors = { PROCESS(victim), KTHREAD(reaper, "oom_reaper") },
	.check = check,
};
