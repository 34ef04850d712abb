// SPDX-License-Identifier: GPL-2.0
/* Two processes have two address spaces: no mmap_lock is common to them. */
#include "access.h"
#include "memory.h"
#include "scenario.h"

#include <sys/mman.h>

static char *first, *second;
static struct access *loaded;

static void setup(void)
{
	int fd = file_in_memory(1, 'a');

	first = mmap(NULL, PAGE, PROT_READ | PROT_WRITE, MAP_SHARED, fd, 0);
	second = mmap(NULL, PAGE, PROT_READ | PROT_WRITE, MAP_SHARED, fd, 0);
	loaded = shared_memory(sizeof(*loaded));
}

static void faulter(void)
{
	*loaded = load(first);
}

static void unmapper(void)
{
	if (munmap(second, PAGE))
		broken("cannot unmap");
}

static void check(void)
{
	ok(loaded->byte == 'a', "the fault sees the file");
}

const struct scenario scenario = {
	.setup = setup,
	.actors = { PROCESS(faulter), PROCESS(unmapper) },
	.check = check,
};
