// SPDX-License-Identifier: GPL-2.0
#define _GNU_SOURCE
#include "swapped.h"
#include "access.h"
#include "scenario.h"
#include "tmpfs.h"

#include <errno.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/mount.h>
#include <sys/quota.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

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
	char *map = map_unlocked(pages * PAGE, MAP_SHARED | MAP_ANONYMOUS, -1);

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
