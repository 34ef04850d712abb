// SPDX-License-Identifier: GPL-2.0
/*
 * A scenario for any program: each of its tasks is an actor, in the order in which they are created.
 * The checks are that the program ends well, if it ends, and that the kernel reports no error.
 */
#include "init.h"
#include "scenario.h"

#include <signal.h>
#include <string.h>
#include <sys/mount.h>
#include <sys/wait.h>
#include <unistd.h>

static void undo(void)
{
	if (umount("/tmp"))
		broken("cannot unmount /tmp");
}

static void setup(void)
{
	if (mount("tmpfs", "/tmp", "tmpfs", 0, NULL))
		broken("cannot mount tmpfs on /tmp");
	at_end(undo);
}

static void t1(void)
{
	char *words[] = { "/program", NULL };
	char *environment[] = { "PATH=/usr/sbin:/usr/bin:/sbin:/bin", "HOME=/root", NULL };

	each_task_is_actor();
	if (chdir("/tmp"))
		broken("cannot go to /tmp");
	execve(words[0], words, environment);
	broken("cannot run the program");
}

/* Tasks that go on for ever are killed before this; the program itself may be one of them. */
static void check(void)
{
	int status = status_of("t1");

	if (status == SIGKILL)
		outcome("the program", "goes on, or is killed");
	else if (WIFSIGNALED(status))
		outcome("the program", "%s", strsignal(WTERMSIG(status)));
	else
		outcome("the program", "exit status %d", WEXITSTATUS(status));
	ok(status == SIGKILL || !status, "the program ends well, if it ends");
}

const struct scenario scenario = {
	.setup = setup,
	.actors = { PROCESS(t1), CHILD(t2), CHILD(t3), CHILD(t4), CHILD(t5), CHILD(t6), CHILD(t7),
		    CHILD(t8), CHILD(t9), CHILD(t10), CHILD(t11), CHILD(t12), CHILD(t13),
		    CHILD(t14), CHILD(t15), CHILD(t16) },
	.check = check,
	.ends_tasks = true,
};
