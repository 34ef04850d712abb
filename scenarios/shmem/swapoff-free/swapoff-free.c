// SPDX-License-Identifier: GPL-2.0
/*
 * Swap is taken away while somebody who frees an entry of it reclaims its page.
 *
 * 82b1c07a0af6 ("mm: swap: fix race between free_swap_and_cache() and swapoff()"),
 * CVE-2024-26960. The entry was the last use of its slot but for the page in swap cache, and
 * free_swap_and_cache() goes on to reclaim that page. swapoff() finds the page, too, frees it, and
 * with it the slot; nothing is in use any more, and what describes the swap area goes. The
 * other one still looks at it: the fix has it hold a reference.
 *
 *     freer                               swapoff_all
 *     -----                               -----------
 *     free_swap_and_cache()
 *       __swap_entry_free(): in swap
 *       cache alone
 *                                         try_to_unuse(): frees the slot
 *                                         p->swap_map = NULL,
 *                                         exit_swap_address_space()
 *       __try_to_reclaim_swap(): looks
 *       for the page there
 *
 *     Kernel mode fault at addr 0x50, RIP: xas_start+0x5b/0x160
 *
 * Limits: one page, of tmpfs, since an anonymous one is freed under the lock of its page table; in 5.10
 * that of tmpfs is freed under rcu_read_lock(), where it cannot be held.
 */
#include "scenario.h"
#include "swapped.h"
#include "tmpfs.h"

static int fd;
static int error;

static void setup(void)
{
	char *map;

	error = -1;
	memory_setup();
	swap_on(256, 0);
	fd = tmpfs_file(1, 'x');
	map = map_file(fd);
	if (!to_swap(map, 1) || swap_cached() != 1)
		broken("the page is to be in swap, and in swap cache");
}

static void freer(void)
{
	punch_hole(fd, 0, PAGE);
}

static void swapoff_all(void)
{
	error = swap_off();
}

static void check(void)
{
	outcome("swapoff", "%s", error ? "fails" : "succeeds");
	ok(!error, "swapoff succeeds");
	ok(!blocks_of(fd), "the file is empty");
}

const struct scenario scenario = {
	.setup = setup,
	.actors = { ACTOR(freer), ACTOR(swapoff_all) },
	.check = check,
};
