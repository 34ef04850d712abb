// SPDX-License-Identifier: GPL-2.0
/*
 * A page that may be freed is discarded while a direct read of a disk goes to it.
 *
 * 6c8e2a256915 ("mm: fix race between MADV_FREE reclaim and blkdev direct IO read"), v5.18.
 * The read has a reference to the page, and makes it dirty when it is done. Reclaim only
 * asked whether the page is dirty: it was unmapped, the data went to a page of nobody, and
 * the buffer reads as zeroes.
 *
 *     reader                   freer                reclaimer
 *     ------                   -----                ---------
 *     get_user_pages():
 *     a reference
 *                              madvise(MADV_FREE)
 *                                                   try_to_unmap_one():
 *                                                   not dirty, is unmapped
 *     the data comes,
 *     set_page_dirty()
 *
 * Limits: one page. User-mode Linux has no get_user_pages_fast(): the slow one makes the
 * page dirty when it takes the reference, so MADV_FREE has to come behind that.
 */
#define _GNU_SOURCE
#include "memory.h"
#include "scenario.h"
#include "swap.h"

#include <fcntl.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

static char *buffer;
static int disk;
static long length;
static bool freed_behind; /* the read: what it has read may go */

static void undo(void)
{
	munmap(buffer, PAGE);
	close(disk);
}

static char *page(void)
{
	char *map = mmap(NULL, PAGE, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);

	if (map == MAP_FAILED)
		broken("cannot map");
	return map;
}

static void setup(void)
{
	/* The disk of swap, without swap, is a disk. */
	swap_on(64, 0);
	if (swap_off())
		broken("cannot take swap away");
	disk = open("/swap", O_RDWR | O_DIRECT);
	if (disk < 0)
		broken("cannot open the disk");
	buffer = page();
	memset(buffer, 'd', PAGE);
	if (pwrite(disk, buffer, PAGE, PAGE) != PAGE)
		broken("cannot write to the disk");
	memset(buffer, 'o', PAGE);
	if (madvise(buffer, PAGE, MADV_FREE))
		broken("MADV_FREE");
	length = 0;
	freed_behind = false;
	at_end(undo);
}

static void reader(void)
{
	length = pread(disk, buffer, PAGE, PAGE);
}

static void freer(void)
{
	freed_behind = length;
	if (madvise(buffer, PAGE, MADV_FREE))
		broken("MADV_FREE");
}

static void reclaimer(void)
{
	if (madvise(buffer, PAGE, MADV_PAGEOUT))
		broken("MADV_PAGEOUT");
}

static void check(void)
{
	outcome("the buffer has", "%s",
		*buffer == 'd' ? "the data" :
		*buffer == 'o' ? "what it had" :
		*buffer	       ? "something else" :
				 "zeroes");
	ok(length == PAGE, "the read returns a page");
	ok(*buffer == 'd' || freed_behind, "the buffer has what was read");
}

const struct scenario scenario = {
	.setup = setup,
	.actors = { ACTOR(reader), ACTOR(freer), ACTOR(reclaimer) },
	.check = check,
};
