// SPDX-License-Identifier: GPL-2.0
/*
 * Two faults on a page in swap, and the slot of swap is in use for something newer.
 *
 * 13ddaf26be32 ("mm/swap: fix race when skipping swapcache"), CVE-2024-26759. "When skipping
 * swapcache for SWP_SYNCHRONOUS_IO, if two or more threads swapin the same entry at the same time,
 * they get different pages". One of them is done, its page is written to, and goes to the same
 * slot again; the other finds the entry unchanged, and what was written is lost.
 *
 *     first                               second
 *     -----                               ------
 *     do_swap_page()
 *       swap_readpage(A)
 *                                         do_swap_page()
 *                                           swap_readpage(B), set_pte_at()
 *                                           swap_free(): the entry is free
 *                                         writes to B
 *                                         B goes to swap, to that entry
 *       pte_same(): yes
 *       swap_free(), set_pte_at(A)
 *
 * Limits: swap is a disk in memory, which is read at once, and full but for that slot.
 */
#include "attributes.h"
#include "memory.h"
#include "programs.h"
#include "scenario.h"

#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <sys/swap.h>
#include <sys/sysinfo.h>
#include <sys/sysmacros.h>
#include <unistd.h>

#define SLOTS 9 /* mkswap makes no smaller one */

static char *page, *others;
static char read_byte;

static unsigned long free_slots(void)
{
	struct sysinfo info;

	if (sysinfo(&info))
		broken("cannot ask for the swap that is in use");
	return info.freeswap * info.mem_unit / PAGE;
}

static void page_out(char *map, unsigned long pages)
{
	if (madvise(map, pages * PAGE, MADV_PAGEOUT))
		broken("cannot page out");
}

static void undo(void)
{
	if (swapoff("/ram") || unlink("/ram"))
		broken("cannot take swap away");
}

static void setup(void)
{
	/* On a disk that turns, the search for a free slot begins at the last one and not at random. */
	put_text("/sys/block/ram0/queue/rotational", "1");
	if (mknod("/ram", S_IFBLK | 0600, makedev(1, 0)))
		broken("cannot make a node for a disk in memory");
	run("mkswap /ram %lu", (SLOTS + 1) * PAGE / 1024);
	if (swapon("/ram", 0))
		broken("cannot swap on a disk in memory");
	at_end(undo);
	page = anonymous_pages(1, 'o');
	others = anonymous_pages(SLOTS - 1, 'x');
	page_out(page, 1);
	page_out(others, SLOTS - 1);
	if (free_slots())
		broken("each slot of swap is to be in use, and %lu are not", free_slots());
}

static void first(void)
{
	read_byte = *(volatile char *)page;
}

static void second(void)
{
	*(volatile char *)page = 'n';
	page_out(page, 1);
}

static void check(void)
{
	outcome("the read sees", "the %s byte", read_byte == 'o' ? "old" : "new");
	ok(*page == 'n', "the page has what was written to it");
}

const struct scenario scenario = {
	.setup = setup,
	.actors = { ACTOR(first), ACTOR(second) },
	.check = check,
};
