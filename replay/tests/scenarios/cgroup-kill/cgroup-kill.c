// SPDX-License-Identifier: GPL-2.0
/*
 * A cgroup is removed: behind a grace period an RCU callback makes its reference count atomic, and
 * that has a work item kill what its controllers have. Until then it is dying.
 */
#include "attributes.h"
#include "scenario.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static int dying_before, dying_after;

static int number_in(const char *path, const char *name)
{
	char text[256] = "", *at;
	int fd = open(path, O_RDONLY), number;

	if (fd < 0 || read(fd, text, sizeof(text) - 1) < 0)
		broken("cannot read %s", path);
	close(fd);
	at = strstr(text, name);
	if (!at || sscanf(at + strlen(name), "%d", &number) != 1)
		broken("%s has no %s", path, name);
	return number;
}

static void undo(void)
{
	if (rmdir("/g/outer/inner") && errno != ENOENT)
		broken("cannot remove the inner group");
	if (rmdir("/g/outer") && errno != ENOENT)
		broken("cannot remove the outer group");
}

static void setup(void)
{
	mount_type("cgroup2", "/g", NULL);
	put_text("/g/cgroup.subtree_control", "+memory");
	if (mkdir("/g/outer", 0755))
		broken("cannot make a group");
	put_text("/g/outer/cgroup.subtree_control", "+memory");
	if (mkdir("/g/outer/inner", 0755))
		broken("cannot make a group");
	at_end(undo);
}

static void remover(void)
{
	if (rmdir("/g/outer/inner"))
		broken("cannot remove the group");
	at_point("removed");
	dying_before = number_in("/g/outer/cgroup.stat", "nr_dying_descendants");
	at_point("looked");
	/* What the work item queues runs meanwhile. */
	usleep(10000);
	dying_after = number_in("/g/outer/cgroup.stat", "nr_dying_descendants");
}

static void check(void)
{
	outcome("dying", "%d and then %d", dying_before, dying_after);
	ok(dying_before >= dying_after, "what has died stays dead");
}

const struct scenario scenario = {
	.setup = setup,
	.actors = { ACTOR(remover), RCU(atomic, "percpu_ref_switch_to_atomic_rcu"),
		    WORK(killed, "css_killed_work_fn") },
	.check = check,
};
