// SPDX-License-Identifier: GPL-2.0
#include "cgroups.h"
#include "attributes.h"
#include "scenario.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define GROUPS_MAX 16
#define PATH_SIZE 128

static char groups[GROUPS_MAX][PATH_SIZE];
static unsigned int nr_groups;

static void undo(void)
{
	while (nr_groups) {
		nr_groups--;
		if (rmdir(groups[nr_groups]) && errno != ENOENT)
			broken("cannot remove the control group %s", groups[nr_groups]);
	}
}

/* Each group above has to hand them on. */
static void give_controllers(const char *path, const char *controllers)
{
	char file[2 * PATH_SIZE];
	const char *at;

	for (at = strchr(path + 1, '/'); at; at = strchr(at + 1, '/')) {
		snprintf(file, sizeof(file), "%.*s/cgroup.subtree_control", (int)(at - path), path);
		put_text(file, controllers);
	}
}

void new_cgroup(const char *name, const char *controllers)
{
	char *path;

	if (nr_groups == GROUPS_MAX)
		broken("more than %d control groups", GROUPS_MAX);
	path = groups[nr_groups];
	mount_type("cgroup2", CGROUPS, NULL);
	if (!nr_groups)
		at_end(undo);
	snprintf(path, PATH_SIZE, CGROUPS "/%s", name);
	if (*controllers)
		give_controllers(path, controllers);
	if (mkdir(path, 0755))
		broken("cannot make the control group %s", path);
	nr_groups++;
}

void enter_cgroup(const char *name)
{
	char file[PATH_SIZE];

	snprintf(file, sizeof(file), CGROUPS "/%s/cgroup.procs", name);
	put_number(file, getpid());
}
