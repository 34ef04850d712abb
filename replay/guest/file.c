// SPDX-License-Identifier: GPL-2.0
#define _GNU_SOURCE
#include "file.h"
#include "scenario.h"

#include <fcntl.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/mount.h>
#include <sys/stat.h>
#include <sys/statfs.h>
#include <unistd.h>

const char *tmpfs_options;

#define MAPS_MAX 8

static int file = -1;
static struct {
	char *map;
	unsigned long length;
} maps[MAPS_MAX];
static unsigned int nr_maps;

static void undo(void)
{
	while (nr_maps) {
		nr_maps--;
		if (munmap(maps[nr_maps].map, maps[nr_maps].length))
			broken("cannot unmap %lu bytes", maps[nr_maps].length);
	}
	if (file < 0)
		return;
	close(file);
	file = -1;
	if (umount("/tmp") || rmdir("/tmp"))
		broken("cannot unmount tmpfs");
}

char *map_unlocked(unsigned long length, int flags, int fd)
{
	char *map = mmap(NULL, length, PROT_READ | PROT_WRITE, flags, fd, 0);

	if (map == MAP_FAILED)
		broken("cannot map %lu bytes", length);
	munlock(map, length);
	return map;
}

static char *new_map(unsigned long length, int flags, int fd)
{
	char *map = map_unlocked(length, flags, fd);

	if (nr_maps == MAPS_MAX)
		broken("more than %d mappings", MAPS_MAX);
	maps[nr_maps].map = map;
	maps[nr_maps++].length = length;
	at_end(undo);
	return map;
}

int tmpfs_file(unsigned long pages, int byte)
{
	char page[PAGE];

	memset(page, byte, PAGE);
	if (mkdir("/tmp", 0755) || mount("tmpfs", "/tmp", "tmpfs", 0, tmpfs_options))
		broken("cannot mount tmpfs");
	at_end(undo);
	file = open("/tmp/file", O_RDWR | O_CREAT, 0600);
	while (pages--)
		if (write(file, page, PAGE) != PAGE)
			broken("cannot write to a file in tmpfs");
	return file;
}

char *map_file(int fd)
{
	struct stat stat;

	if (fstat(fd, &stat))
		broken("cannot stat a file");
	return new_map(stat.st_size, MAP_SHARED, fd);
}

char *anonymous_pages(unsigned long pages, int byte)
{
	char *map = new_map(pages * PAGE, MAP_PRIVATE | MAP_ANONYMOUS, -1);

	memset(map, byte, pages * PAGE);
	return map;
}

void punch_hole(int fd, unsigned long offset, unsigned long length)
{
	if (fallocate(fd, FALLOC_FL_PUNCH_HOLE | FALLOC_FL_KEEP_SIZE, offset, length))
		broken("cannot punch a hole");
}

unsigned long blocks_of(int fd)
{
	struct stat stat;

	if (fstat(fd, &stat))
		broken("cannot stat a file");
	return stat.st_blocks;
}

unsigned long blocks_in_use(int fd)
{
	struct statfs statfs;

	if (fstatfs(fd, &statfs))
		broken("cannot stat a file system");
	return statfs.f_blocks - statfs.f_bfree;
}
