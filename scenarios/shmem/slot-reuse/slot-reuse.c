// SPDX-License-Identifier: GPL-2.0
/*
 * A hole is punched, filled and swapped out into the same slot, while a fault
 * swaps the page in.
 *
 * H. Dickins in the thread: "-ENOENT will percolate up to shmem_fault() and
 * result in a SIGBUS". In punch-fault it does not: at 'failed:' swapin asks once
 * more for its entry, which has gone, and the -ENOENT becomes -EEXIST. This is
 * the order in which the prediction comes true: variant enoent deletes the page
 * from swap cache, which frees its slot; the hole is filled, and the page in it
 * is swapped out before swapin asks; and since no other slot is free, it is that
 * one. The entry is there again, the -ENOENT stays, and the fault gets SIGBUS for
 * a page that is in the file.
 *
 * mainline and bug-on do not delete the page, so its slot is not free; delete and
 * enoent-retry try again whatever the entry.
 *
 * The other schedule is the same order by read(2). "... or a read/write error", says the thread: there
 * variant enoent returns ENOENT, of a file that is open and a page that is in it.
 *
 * Limits: swap is full but for one slot. Needs nobody else to swap at that moment.
 */
#include "hole.h"

static void swapin(void)
{
	hole.access = is_case("read") ? read_page(hole.fd) : load(hole.map);
}

static void check(void)
{
	empty_swap();
	ok(survived(&hole.access), "the access survives");
	ok(hole.access.byte == 'r', is_case("read") ?
					    "the read returns what the hole was filled with" :
					    "the fault sees what the hole was filled with");
	hole_check();
}

const struct scenario scenario = {
	.setup = hole_setup_full_swap,
	.actors = { ACTOR(swapin), ACTOR(punch), ACTOR(refill_and_swap_out) },
	.check = check,
};
