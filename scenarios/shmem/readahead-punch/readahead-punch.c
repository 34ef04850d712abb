// SPDX-License-Identifier: GPL-2.0
/*
 * A hole is punched over a page that readahead is reading from swap.
 *
 * The thread: "When non-shmem pages are swapped in by readahead (locked until IO
 * completes) and their page tables are simultaneously unmapped [...] the locked
 * pages are stranded [...] The same appears to be true for shmem." No task is
 * held here at any point: the disk takes its time, and the punch comes meanwhile.
 *
 * Kernels differ in how many pages readahead takes around the one: four on 5.10
 * and 6.1, eight on 6.12 and 7.2.
 *
 * Limits: 16 pages; the disk takes 1 ms of virtual time.
 */
#include "hole.h"

/* Readahead takes eight around a page, aligned: with sixteen, all around the one in the middle. */
#define PAGES 16UL
#define MIDDLE 8UL

static void setup(void)
{
	memory_setup();
	swap_on(256, 1000000);
	hole.fd = tmpfs_file(PAGES, 'x');
	hole.map = map_file(hole.fd);
	page_out(hole.map, PAGES);
}

static void reader(void)
{
	hole.access = load(hole.map + MIDDLE * PAGE);
}

static void punch_rest(void)
{
	punch_hole(hole.fd, 0, MIDDLE * PAGE);
	punch_hole(hole.fd, (MIDDLE + 1) * PAGE, (PAGES - MIDDLE - 1) * PAGE);
}

static void check(void)
{
	outcome("trylocks that failed", "%u", passes("trylock_failed"));
	ok(hole.access.byte == 'x', "the fault sees its page");
	punch_hole(hole.fd, MIDDLE * PAGE, PAGE);
	hole_check();
}

const struct scenario scenario = {
	.setup = setup,
	.actors = { ACTOR(reader), ACTOR(punch_rest) },
	.check = check,
};
