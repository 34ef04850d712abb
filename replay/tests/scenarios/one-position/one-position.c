// SPDX-License-Identifier: GPL-2.0
/* Two actors move the position of one open file. */
#include "scenario.h"

#include <fcntl.h>
#include <unistd.h>

static int fd;

static void undo(void)
{
	close(fd);
}

static void setup(void)
{
	fd = open("/init", O_RDONLY);
	if (fd < 0)
		broken("cannot open a file");
	at_end(undo);
}

static void to(void)
{
	lseek(fd, 10, SEEK_SET);
}

static void on(void)
{
	lseek(fd, 1, SEEK_CUR);
}

static void check(void)
{
	long position = lseek(fd, 0, SEEK_CUR);

	outcome("position", "%ld", position);
	ok(position == 10 || position == 11, "the position is one of an order of the two");
}

const struct scenario scenario = {
	.setup = setup,
	.actors = { ACTOR(to), ACTOR(on) },
	.check = check,
};
