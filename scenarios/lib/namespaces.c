// SPDX-License-Identifier: GPL-2.0
#define _GNU_SOURCE
#include "namespaces.h"
#include "attributes.h"
#include "device.h"
#include "scenario.h"

#include <sched.h>
#include <stdio.h>
#include <sys/mount.h>
#include <unistd.h>

/* Whoever it was outside is root in there. */
static void be_root(unsigned int uid, unsigned int gid)
{
	char map[32];

	snprintf(map, sizeof(map), "0 %u 1", uid);
	put_text("/proc/self/uid_map", map);
	put_text("/proc/self/setgroups", "deny");
	snprintf(map, sizeof(map), "0 %u 1", gid);
	put_text("/proc/self/gid_map", map);
}

void own_namespaces(int flags)
{
	unsigned int uid = geteuid(), gid = getegid();

	if (unshare(flags))
		broken("cannot have namespaces of its own, by the flags 0x%x; the kernel has to have CONFIG_NET_NS, CONFIG_PID_NS and the like",
		       flags);
	if (flags & CLONE_NEWUSER)
		be_root(uid, gid);
	if (flags & CLONE_NEWNS && mount(NULL, "/", NULL, MS_REC | MS_PRIVATE, NULL))
		broken("cannot keep mounts from the others");
	if (flags & CLONE_NEWNET)
		loopback_up();
}
