// SPDX-License-Identifier: GPL-2.0
/*
 * A pipe grows while somebody waits for room in it.
 *
 * e95aada4cb93 ("pipe: wakeup wr_wait after setting max_usage"). From v5.8 to v6.7
 * F_SETPIPE_SZ woke those who wait for room, and said only then how much there is. A
 * writer who looked in between, which takes no lock, went back to sleep; and for the
 * room that came then, nobody woke it.
 *
 * Limits: one writer, who is held where it is woken until the pipe is unlocked, or
 * sleeps again.
 */
#define _GNU_SOURCE
#include "scenario.h"

#include <fcntl.h>
#include <string.h>
#include <unistd.h>

#define PAGE 4096

static int ends[2];
static long written;

static void undo(void)
{
	close(ends[0]);
	close(ends[1]);
}

static void setup(void)
{
	char full[PAGE];

	written = 0;
	memset(full, 'x', sizeof(full));
	if (pipe(ends) || fcntl(ends[1], F_SETPIPE_SZ, PAGE) != PAGE ||
	    write(ends[1], full, sizeof(full)) != sizeof(full))
		broken("cannot fill a pipe of one page");
	at_end(undo);
}

static void writer(void)
{
	written = write(ends[1], "y", 1);
}

static void grow(void)
{
	if (fcntl(ends[1], F_SETPIPE_SZ, 2 * PAGE) != 2 * PAGE)
		broken("cannot make a pipe larger");
}

static void check(void)
{
	outcome("bytes written", "%ld", written);
	ok(written == 1, "a writer gets the room by which a pipe has grown");
}

const struct scenario scenario = {
	.setup = setup,
	.actors = { ACTOR(writer), ACTOR(grow) },
	.check = check,
};
