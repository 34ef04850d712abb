// SPDX-License-Identifier: GPL-2.0
/*
 * A softirq is late: what RCU has to call, and so a work item behind it, is late
 * with it. Behind it is a folder that is removed: its inode, too, is freed by RCU.
 */
#include "attributes.h"
#include "scenario.h"

#include <errno.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static void undo(void)
{
	if (rmdir("/g/it") && errno != ENOENT)
		broken("cannot remove the group");
}

static void setup(void)
{
	mount_type("cgroup2", "/g", NULL);
	put_text("/g/cgroup.subtree_control", "+memory");
	if (mkdir("/g/it", 0755))
		broken("cannot make a group");
	at_end(undo);
}

static void remover(void)
{
	if (rmdir("/g/it"))
		broken("cannot remove the group");
	at_point("removed");
	if (mkdir("/another", 0755) || rmdir("/another"))
		broken("cannot make and remove a folder");
	at_point("another");
}

static void check(void)
{
	ok(true, "the guest lives");
}

const struct scenario scenario = {
	.setup = setup,
	.actors = { ACTOR(remover), SOFTIRQ(rcu, "RCU"), WORK(killed, "css_killed_work_fn") },
	.check = check,
};
