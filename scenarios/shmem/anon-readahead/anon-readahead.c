// SPDX-License-Identifier: GPL-2.0
/*
 * Anonymous memory is unmapped while readahead is reading it from swap.
 *
 * J. Weiner in the thread: zap_pte_range() calls free_swap_and_cache(), which
 * meets the pages locked for I/O, "and the locked pages are stranded in the swap
 * cache with no page table references. We rely on page reclaim to pick them up
 * later on." No task is held here at any point: the disk takes its time.
 *
 * Limits: 16 pages; the disk takes 1 ms of virtual time.
 */
#include "hole.h"

#include <sys/mman.h>

/* Readahead takes eight around a page, aligned: with sixteen, all around the one in the middle. */
#define PAGES 16UL
#define MIDDLE 8UL

static void setup(void)
{
	memory_setup();
	swap_on(256, 1000000);
	hole.map = anonymous_pages(PAGES, 'x');
	page_out(hole.map, PAGES);
}

static void reader(void)
{
	hole.access = load(hole.map + MIDDLE * PAGE);
}

static void unmap_rest(void)
{
	if (madvise(hole.map, MIDDLE * PAGE, MADV_DONTNEED) ||
	    madvise(hole.map + (MIDDLE + 1) * PAGE, (PAGES - MIDDLE - 1) * PAGE, MADV_DONTNEED))
		broken("cannot give memory back");
}

static void check(void)
{
	outcome("user space sees", "%s", seen(&hole.access));
	outcome("trylocks that failed", "%u", passes("trylock_failed"));
	outcome("left in swap cache", "%lu", swap_cached());
	ok(hole.access.byte == 'x', "the fault sees its page");
	munmap(hole.map, PAGES * PAGE);
	reclaim();
	outcome("left after reclaim", "%lu", swap_used());
	ok(!swap_used() && !swap_cached(), "reclaim gets back every slot");
}

const struct scenario scenario = {
	.setup = setup,
	.actors = { ACTOR(reader), ACTOR(unmap_rest) },
	.check = check,
};
