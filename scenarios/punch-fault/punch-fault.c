// SPDX-License-Identifier: GPL-2.0
/*
 * A hole is punched while a fault swaps the page in.
 *
 * 215c02bc33bb ("tmpfs: fix shmem_getpage_gfp() VM_BUG_ON"), v3.7, and the
 * discussion of it in May 2020 on linux-mm. shmem_swapin_folio() has locked the
 * page and confirmed that its swap entry is in the tree. The punch takes the
 * entry out of the tree, and free_swap_and_cache() is to free the slot and the
 * page in swap cache; but it only trylocks the page, and fails. The fault must
 * find that its entry has gone, try again, and see the hole; the page in swap
 * cache belongs to nobody any more, and reclaim has to find it.
 *
 * Limits: one page, no readahead, swap that completes at once.
 */
#include "memory.h"
#include "scenario.h"

static int fd;
static char *map;
static struct access fault;

static void setup(void)
{
	memory_setup();
	swap_on(256, 0);
	fd = tmpfs_file(1, 'x');
	map = map_file(fd);
	page_out(map, 1);
}

static void swapin(void)
{
	fault = read_byte(map);
}

static void punch(void)
{
	punch_hole(fd, 0, PAGE);
}

static void check(void)
{
	struct access again;

	outcome("fault", "%s", access_name(&fault));
	outcome("left in swap cache", "%lu", swap_cached());
	outcome("left in swap", "%lu", swap_used());
	ok(!fault.signal, "the fault survives");
	again = read_byte(map);
	ok(!again.signal && !again.byte, "a punched hole reads as zeroes");

	punch_hole(fd, 0, PAGE);
	ok(blocks_of(fd) == 0, "st_blocks is 0 once the hole is punched again");
	reclaim();
	outcome("left in swap after reclaim", "%lu", swap_used());
	ok(swap_used() == 0 && swap_cached() == 0,
	   "no swap slot and no page is lost once reclaim has run");
}

const struct scenario scenario = {
	.setup = setup,
	.actors = { ACTOR(swapin), ACTOR(punch) },
	.check = check,
};
