// SPDX-License-Identifier: GPL-2.0
#include "disk.h"
#include "attributes.h"
#include "scenario.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/sysmacros.h>
#include <unistd.h>

#define CONFIGFS "/sys/kernel/config"
#define DISKS CONFIGFS "/nullb"

static const char *attribute(const char *disk, const char *name)
{
	static char path[128];

	snprintf(path, sizeof(path), DISKS "/%s%s%s", disk, name ? "/" : "", name ?: "");
	return path;
}

/* Which of the two is its name depends on the kernel, and nullb0 may be another's. */
static void device_of(const char *disk, unsigned int *major, unsigned int *minor)
{
	unsigned int index = 0;
	char path[128], name[32];
	FILE *file = fopen(attribute(disk, "index"), "r");

	if (file && fscanf(file, "%u", &index) != 1)
		index = 0;
	if (file)
		fclose(file);
	snprintf(name, sizeof(name), "nullb%u", index);
	snprintf(path, sizeof(path), "/sys/block/%s/dev", name);
	file = fopen(path, "r");
	if (!file) {
		snprintf(path, sizeof(path), "/sys/block/%s/dev", disk);
		file = fopen(path, "r");
	}
	if (!file || fscanf(file, "%u:%u", major, minor) != 2)
		broken("the null_blk '%s' has no device number", disk);
	fclose(file);
}

void make_disk(const char *name, const char *node, unsigned long mib, unsigned long sector,
	       unsigned long completion_ns)
{
	unsigned int major, minor;

	mount_type("configfs", CONFIGFS, NULL);
	if (mkdir(attribute(name, NULL), 0755))
		broken("cannot make the null_blk '%s'; a kernel has it by CONFIG_BLK_DEV_NULL_BLK=y and CONFIG_CONFIGFS_FS=y",
		       name);
	put_number(attribute(name, "memory_backed"), 1);
	put_number(attribute(name, "blocksize"), sector);
	put_number(attribute(name, "size"), mib);
	put_number(attribute(name, "irqmode"), completion_ns ? 2 : 0);
	put_number(attribute(name, "completion_nsec"), completion_ns);
	put_number(attribute(name, "power"), 1);
	device_of(name, &major, &minor);
	if (mknod(node, S_IFBLK | 0600, makedev(major, minor)))
		broken("cannot make the node %s of a null_blk", node);
}

void remove_disk(const char *name, const char *node)
{
	put_number(attribute(name, "power"), 0);
	if (rmdir(attribute(name, NULL)) || unlink(node))
		broken("cannot remove the null_blk '%s'", name);
}

const char *disk_file(const char *node, const char *file)
{
	static char path[128];
	struct stat stat_of;

	if (stat(node, &stat_of))
		broken("there is no node %s", node);
	snprintf(path, sizeof(path), "/sys/dev/block/%u:%u/%s", major(stat_of.st_rdev),
		 minor(stat_of.st_rdev), file);
	return path;
}
