// SPDX-License-Identifier: GPL-2.0
/*
 * A cgroup becomes empty just after it has become populated: who watches is told of that by a
 * timer. Whoever removes the cgroup deletes the timer.
 */
#include "attributes.h"
#include "scenario.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static int events;
static bool told;

static void read_events(void)
{
	char text[64];

	if (pread(events, text, sizeof(text), 0) < 0)
		broken("cannot read cgroup.events");
}

static void undo(void)
{
	close(events);
	if (rmdir("/g/it") && errno != ENOENT)
		broken("cannot remove the group");
}

static void setup(void)
{
	told = false;
	mount_type("cgroup2", "/g", NULL);
	if (mkdir("/g/it", 0755))
		broken("cannot make a group");
	events = open("/g/it/cgroup.events", O_RDONLY);
	if (events < 0)
		broken("cannot open cgroup.events");
	at_end(undo);
}

static void mover(void)
{
	put_text("/g/it/cgroup.procs", "0");
	put_text("/g/cgroup.procs", "0");
	/* That it was populated is old by now. */
	read_events();
	at_point("empty");
	if (is_case("removed") && rmdir("/g/it"))
		broken("cannot remove the group");
}

static void watcher(void)
{
	struct pollfd watched = { .fd = events, .events = POLLPRI };

	usleep(50000);
	told = poll(&watched, 1, 0) == 1;
}

static void check(void)
{
	outcome("told", "%d", told);
	ok(true, "the guest lives");
}

const struct scenario scenario = {
	.setup = setup,
	.actors = { ACTOR(mover), ACTOR(watcher), TIMER(notify, "cgroup_file_notify_timer") },
	.check = check,
};
