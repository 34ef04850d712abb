// SPDX-License-Identifier: GPL-2.0
/* A softirq is late: what RCU has to call, and so a work item behind it, is late with it. */
#include "scenario.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/mount.h>
#include <sys/stat.h>
#include <unistd.h>

static void put(const char *path, const char *text)
{
	int fd = open(path, O_WRONLY);

	if (fd < 0 || write(fd, text, strlen(text)) < 0)
		broken("cannot write '%s' to %s", text, path);
	close(fd);
}

static void setup(void)
{
	mkdir("/g", 0755);
	if (mount("cgroup2", "/g", "cgroup2", 0, NULL) && errno != EBUSY)
		broken("cannot mount cgroup2");
	put("/g/cgroup.subtree_control", "+memory");
	if (mkdir("/g/it", 0755))
		broken("cannot make a group");
}

static void remover(void)
{
	if (rmdir("/g/it"))
		broken("cannot remove the group");
	at_point("removed");
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
