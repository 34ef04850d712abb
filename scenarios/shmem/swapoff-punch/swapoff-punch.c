// SPDX-License-Identifier: GPL-2.0
/*
 * A hole is punched while swapoff swaps the page in.
 *
 * H. Dickins in the thread: shmem_unuse_inode() "actually really needed to
 * delete_from_swap_cache(), in order to swapoff the page without full retry of
 * the big swapoff loop". Since v5.1 swapoff comes to the page by the same swapin
 * as everybody else, so the variants apply. Counted are the passes of its loop:
 * without the delete, the page that is left in swap cache keeps its slot, and
 * swapoff has to come back for it.
 *
 * Limits: one page, no readahead, swap that completes at once.
 */
#include "hole.h"

static int error;

static void swapoff_all(void)
{
	error = swap_off();
}

static void check(void)
{
	hole.access = read_page(hole.fd);
	outcome("passes of swapoff", "%u", passes("swapoff_pass"));
	ok(!error, "swapoff succeeds");
	ok(passes("swapoff_pass") <= 2, "swapoff does not go round and round");
	hole_check();
}

const struct scenario scenario = {
	.setup = hole_setup,
	.actors = { ACTOR(swapoff_all), ACTOR(punch) },
	.check = check,
};
