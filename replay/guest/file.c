// SPDX-License-Identifier: GPL-2.0
#define _GNU_SOURCE
#include "file.h"
#include "access.h"
#include "scenario.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/mount.h>
#include <sys/quota.h>
#include <sys/stat.h>
#include <sys/statfs.h>
#include <sys/syscall.h>
#include <unistd.h>

static const char *tmpfs_options;

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

/* Memory that may be swapped, of what is otherwise locked. */
static char *swappable(unsigned long length, int flags, int fd)
{
	char *map = mmap(NULL, length, PROT_READ | PROT_WRITE, flags, fd, 0);

	if (map == MAP_FAILED)
		broken("cannot map %lu bytes", length);
	munlock(map, length);
	return map;
}

static char *new_map(unsigned long length, int flags, int fd)
{
	char *map = swappable(length, flags, fd);

	if (nr_maps == MAPS_MAX)
		broken("more than %d mappings", MAPS_MAX);
	maps[nr_maps].map = map;
	maps[nr_maps++].length = length;
	at_end(undo);
	return map;
}

void tmpfs_quota(void)
{
	if (mkdir("/quota", 0755))
		broken("cannot make /quota");
	if (!mount("tmpfs", "/quota", "tmpfs", 0, "usrquota")) {
		tmpfs_options = "usrquota";
		umount("/quota");
	} else if (errno != EINVAL) {
		broken("cannot mount tmpfs with a quota");
	}
	if (rmdir("/quota"))
		broken("cannot remove /quota");
}

long quota_in_use(int fd)
{
	struct dqblk quota;

	if (!tmpfs_options)
		return -1;
	if (syscall(SYS_quotactl_fd, fd, QCMD(Q_GETQUOTA, USRQUOTA), 0, &quota))
		broken("cannot ask for a quota");
	return quota.dqb_curspace / 1024;
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

static bool resident(char *map, unsigned long pages)
{
	unsigned char in_memory[pages];
	unsigned long i;

	if (mincore(map, pages * PAGE, in_memory))
		broken("cannot tell what is in memory");
	for (i = 0; i < pages; i++)
		if (in_memory[i] & 1)
			return true;
	return false;
}

bool to_swap(char *map, unsigned long pages)
{
	unsigned long i, used = swap_used();

	for (i = 0; i < pages; i++)
		(void)*(volatile char *)(map + i * PAGE);
	if (madvise(map, pages * PAGE, MADV_PAGEOUT))
		broken("cannot page out");
	return swap_used() == used + pages;
}

void page_out(char *map, unsigned long pages)
{
	errno = 0;
	if (!to_swap(map, pages))
		broken("%lu pages were to go to swap, and %lu are there", pages, swap_used());
	/* Now they are written, and in swap cache until somebody wants the memory. */
	for (int i = 0; i < 2 && swap_cached(); i++)
		reclaim_some(pages);
	if (swap_cached())
		reclaim_alone();
	errno = 0;
	if (resident(map, pages) || swap_cached())
		broken("paged out, and still in memory");
}

#define FILLS_MAX 4

static struct {
	char *map;
	unsigned long pages;
} fills[FILLS_MAX];
static unsigned int nr_fills;

void fill_swap(unsigned long pages)
{
	char *map = swappable(pages * PAGE, MAP_SHARED | MAP_ANONYMOUS, -1);

	if (nr_fills == FILLS_MAX)
		broken("swap is filled more than %d times", FILLS_MAX);
	at_end(empty_swap);
	memset(map, 1, pages * PAGE);
	errno = 0;
	if (!to_swap(map, pages))
		broken("cannot fill swap with %lu pages", pages);
	fills[nr_fills].map = map;
	fills[nr_fills++].pages = pages;
}

void empty_swap(void)
{
	while (nr_fills) {
		nr_fills--;
		if (munmap(fills[nr_fills].map, fills[nr_fills].pages * PAGE))
			broken("cannot unmap what filled swap");
	}
}

int file_in_swap(char **map)
{
	int fd = tmpfs_file(1, 'x');

	*map = map_file(fd);
	page_out(*map, 1);
	return fd;
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

void nothing_is_lost(int fd)
{
	struct access hole;

	punch_hole(fd, 0, PAGE);
	hole = read_page(fd);
	ok(survived(&hole) && !hole.byte, "a punched hole reads as zeroes");
	ok(!blocks_of(fd) && !blocks_in_use(fd), "an empty file has no blocks");
	if (swap_used() || swap_cached())
		reclaim();
	outcome("left after reclaim", "%lu", swap_used());
	ok(!swap_used() && !swap_cached(), "reclaim gets back every slot");
}
