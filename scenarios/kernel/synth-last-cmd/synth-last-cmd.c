// SPDX-License-Identifier: GPL-2.0
/*
 * Two tasks write a command to synthetic_events: the last one is freed twice.
 *
 * 4ccf11c4e8a8 ("tracing/synthetic: Fix races on freeing last_cmd"), CVE-2023-53478.
 * The text of the last command, kept for the error log, is freed and replaced by each
 * write to tracefs, and no lock was held: who comes between the kfree() and the
 * assignment of another frees it again.
 *
 *     one                                 other
 *     ---                                 -----
 *     last_cmd_set()
 *       kfree(last_cmd)
 *                                         last_cmd_set()
 *                                           kfree(last_cmd): a second time
 *       last_cmd = kstrdup(...)
 *
 * Limits: none of the commands is wrong, so that the error log does not read the text.
 */
#include "scenario.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/mount.h>
#include <sys/stat.h>
#include <unistd.h>

#define EVENTS "/tracing/synthetic_events"

static ssize_t one_wrote, other_wrote;

/* Of a whole file in tracefs, which is created anew for each command. */
static ssize_t command(const char *text)
{
	int fd = open(EVENTS, O_WRONLY | O_APPEND);
	ssize_t wrote;

	if (fd < 0)
		broken("cannot open " EVENTS);
	wrote = write(fd, text, strlen(text));
	if (wrote < 0)
		wrote = -errno;
	close(fd);
	return wrote;
}

static void undo(void)
{
	/* What is not there is not taken away. */
	command("!one u64 a\n");
	command("!other u64 a\n");
	command("!before u64 a\n");
	umount("/tracing");
}

static void setup(void)
{
	one_wrote = 0;
	other_wrote = 0;
	if ((mkdir("/tracing", 0700) && errno != EEXIST) ||
	    mount("tracefs", "/tracing", "tracefs", 0, NULL))
		broken("cannot mount tracefs");
	at_end(undo);
	/* From now on there is a last command. */
	if (command("before u64 a\n") < 0)
		broken("cannot make a synthetic event");
}

static void one(void)
{
	one_wrote = command("one u64 a\n");
}

static void other(void)
{
	other_wrote = command("other u64 a\n");
}

static void check(void)
{
	ok(one_wrote > 0, "the one event is made");
	ok(other_wrote > 0, "the other event is made");
}

const struct scenario scenario = {
	.setup = setup,
	.actors = { ACTOR(one), ACTOR(other) },
	.check = check,
};
