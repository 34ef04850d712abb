// SPDX-License-Identifier: GPL-2.0
#define _GNU_SOURCE
#include "tmpfs.h"
#include "memory.h"
#include "scenario.h"

#include <fcntl.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/mount.h>
#include <sys/stat.h>
#include <sys/statfs.h>
#include <unistd.h>

const char *tmpfs_options;

static int file = -1;
static char *map;
static unsigned long length;

static void undo(void)
{
	if (map && munmap(map, length))
		broken("cannot unmap a file");
	map = NULL;
	close(file);
	if (umount("/tmp") || rmdir("/tmp"))
		broken("cannot unmount tmpfs");
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
	if (map)
		broken("the file is mapped already");
	length = stat.st_size;
	map = map_unlocked(length, MAP_SHARED, fd);
	return map;
}

void punch_hole(int fd, unsigned long offset, unsigned long size)
{
	if (fallocate(fd, FALLOC_FL_PUNCH_HOLE | FALLOC_FL_KEEP_SIZE, offset, size))
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
