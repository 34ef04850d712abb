// SPDX-License-Identifier: GPL-2.0
/*
 * A process is moved to another control group in the middle of a read of cgroup.procs.
 *
 * 5ee01f1a7343 ("cgroup: fix race between task migration and iteration"),
 * CVE-2026-43439. The iteration stands at the next process of the list. Where that one is
 * moved, cgroup_migrate_add_task() puts it on the list of those under way, and did not
 * have the iteration skip it; it went on behind that list, and the rest of the group was
 * missing from what was read.
 *
 *     reader                              mover
 *     ------                              -----
 *     css_task_iter_next(): the
 *     iteration stands at the next
 *                                         cgroup_migrate_add_task(): the next
 *                                         goes to cset->mg_tasks
 *     css_task_iter_advance(): behind
 *     the end of mg_tasks
 *
 * Limits: one css_set. The order "reads" has the same between two reads of the file.
 */
#define _GNU_SOURCE
#include "attributes.h"
#include "scenario.h"

#include <fcntl.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#define FROM "/cg/from"
#define TO "/cg/to"
#define MEMBERS 5

static pid_t members[MEMBERS];
static int moves; /* the member that the iteration stands at */
static char text[256];

static void undo(void)
{
	for (int i = 0; i < MEMBERS; i++) {
		kill(members[i], SIGKILL);
		waitpid(members[i], NULL, 0);
	}
	if (rmdir(FROM) || rmdir(TO))
		broken("cannot remove a control group");
}

static void setup(void)
{
	mount_type("cgroup2", "/cg", NULL);
	if (mkdir(FROM, 0755) || mkdir(TO, 0755))
		broken("cannot make a control group");
	memset(text, 0, sizeof(text));
	for (int i = 0; i < MEMBERS; i++) {
		members[i] = fork();
		if (members[i] < 0)
			broken("cannot fork");
		if (!members[i])
			for (;;)
				pause();
		put_number(FROM "/cgroup.procs", members[i]);
	}
	/* A read of a line fills the buffer of the file, up to the third, and the iteration is at the fourth. */
	moves = is_case("reads") ? 3 : 1;
	at_end(undo);
}

static void reader(void)
{
	int fd = open(FROM "/cgroup.procs", O_RDONLY);
	long length = 0;

	if (is_case("reads")) {
		/* A line, which is behind it, and what is left. */
		length = read(fd, text, 4);
		at_point("a_line");
	}
	if (length < 0 || read(fd, text + length, sizeof(text) - 1 - length) < 0)
		broken("cannot read cgroup.procs");
	close(fd);
}

static void mover(void)
{
	put_number(TO "/cgroup.procs", members[moves]);
}

static bool is_seen(pid_t pid)
{
	char copy[sizeof(text)], *rest = copy, *line;

	strcpy(copy, text);
	while ((line = strsep(&rest, "\n")))
		if (atoi(line) == pid)
			return true;
	return false;
}

static void check(void)
{
	char seen[MEMBERS + 1] = {};

	for (int i = 0; i < MEMBERS; i++)
		seen[i] = is_seen(members[i]) ? '1' + i : '-';
	outcome("the read saw", "%s", seen);
	for (int i = 0; i < MEMBERS; i++)
		if (i != moves)
			ok(is_seen(members[i]), "process %d, which stays, is in the group", i + 1);
}

const struct scenario scenario = {
	.setup = setup,
	.actors = { ACTOR(reader), ACTOR(mover) },
	.check = check,
};
