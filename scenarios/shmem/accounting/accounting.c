// SPDX-License-Identifier: GPL-2.0
/*
 * What the race does to the accounts of the file, its mount and its control group.
 *
 * "shmem_undo_range() will have done some of the unaccounting", says the comment
 * of variant delete, and delete_from_swap_cache() the rest. The blocks of the file,
 * of the mount and of its quota (since v6.6) do not wait for that rest. The charge for
 * swap does: it lasts for as long as the page that was left in swap cache.
 *
 * Limits: one page, no readahead, swap that completes at once.
 */
#include "hole.h"

static void swapin(void)
{
	hole.access = load(hole.map);
}

static void setup(void)
{
	tmpfs_quota();
	hole_setup();
}

static void check(void)
{
	punch_hole(hole.fd, 0, PAGE);
	outcome("blocks of the file", "%lu", blocks_of(hole.fd));
	outcome("blocks of the mount", "%lu", blocks_in_use(hole.fd));
	if (quota_in_use(hole.fd) >= 0)
		outcome("KiB of the quota", "%ld", quota_in_use(hole.fd));
	outcome("pages of swap charged", "%lu", swap_charged());
	reclaim();
	ok(!blocks_of(hole.fd) && !blocks_in_use(hole.fd), "file and mount have no blocks");
	if (quota_in_use(hole.fd) >= 0)
		ok(!quota_in_use(hole.fd), "the quota has none");
	ok(!swap_charged(), "every charge is given back once reclaim has run");
	hole_check();
}

const struct scenario scenario = {
	.setup = setup,
	.actors = { ACTOR(swapin), ACTOR(punch) },
	.check = check,
};
