// SPDX-License-Identifier: GPL-2.0
#define _GNU_SOURCE
#include "memory.h"
#include "scenario.h"

#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

#define MAPS_MAX 8

static struct {
	char *map;
	unsigned long length;
} maps[MAPS_MAX];
static unsigned int nr_maps;

static void undo_maps(void)
{
	while (nr_maps) {
		nr_maps--;
		if (munmap(maps[nr_maps].map, maps[nr_maps].length))
			broken("cannot unmap %lu bytes", maps[nr_maps].length);
	}
}

char *map_unlocked(unsigned long length, int flags, int fd)
{
	char *map = mmap(NULL, length, PROT_READ | PROT_WRITE, flags, fd, 0);

	if (map == MAP_FAILED)
		broken("cannot map %lu bytes", length);
	munlock(map, length);
	return map;
}

char *anonymous_pages(unsigned long pages, int byte)
{
	char *map = map_unlocked(pages * PAGE, MAP_PRIVATE | MAP_ANONYMOUS, -1);

	if (nr_maps == MAPS_MAX)
		broken("more than %d mappings", MAPS_MAX);
	maps[nr_maps].map = map;
	maps[nr_maps++].length = pages * PAGE;
	at_end(undo_maps);
	memset(map, byte, pages * PAGE);
	return map;
}

static int file = -1;

static void undo_file(void)
{
	close(file);
	file = -1;
}

int file_in_memory(unsigned long pages, int byte)
{
	char page[PAGE];

	if (file >= 0)
		broken("more than one file in memory");
	file = memfd_create("file", 0);
	if (file < 0)
		broken("cannot make a file in memory");
	at_end(undo_file);
	memset(page, byte, PAGE);
	while (pages--)
		if (write(file, page, PAGE) != PAGE)
			broken("cannot write to a file in memory");
	return file;
}
