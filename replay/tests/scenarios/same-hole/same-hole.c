// SPDX-License-Identifier: GPL-2.0
/*
 * Inside one function: two faults want the same page, and the file has none.
 *
 * Both allocate one. Who comes second to the tree of the file finds the page of the
 * other there, gives its own back, and takes that.
 */
#include "memory.h"
#include "scenario.h"

#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

static int fd;
static char *map;
static char first_saw;

static void undo(void)
{
	munmap(map, PAGE);
}

static void setup(void)
{
	fd = file_in_memory(0, 0);
	if (ftruncate(fd, PAGE))
		broken("cannot give a file its length");
	map = map_unlocked(PAGE, MAP_SHARED, fd);
	at_end(undo);
}

static void first(void)
{
	first_saw = *(volatile char *)map;
}

static void second(void)
{
	*(volatile char *)map = 'y';
}

static void check(void)
{
	struct stat stat;

	ok(first_saw == 'y', "both have the same page");
	ok(!fstat(fd, &stat) && stat.st_blocks * 512 == PAGE, "and no other is left");
}

const struct scenario scenario = {
	.setup = setup,
	.actors = { ACTOR(first), ACTOR(second) },
	.check = check,
};
