// SPDX-License-Identifier: GPL-2.0
/*
 * The same as any-order, where swap is full but for one slot.
 *
 * The thread: "can -ENOENT arrive at that point from any other case, that might
 * endlessly retry?" Its schedule is one order of many; replay/explore goes through
 * all of them, and what is checked here holds in each: no SIGBUS and no error, no
 * entry lost over and over, nothing in the file but what was put there last, and
 * nothing that reclaim does not get back.
 *
 * Limits: one page, no readahead, swap that completes at once.
 */
#include "hole.h"

static struct access written;
static int now, fault_begun, fault_done, punch_begun, punch_done, write_begun, write_done;

static void setup(void)
{
	now = 0;
	hole_setup_full_swap();
}

static void swapin(void)
{
	fault_begun = ++now;
	hole.access = load(hole.map);
	fault_done = ++now;
}

static void punch_it(void)
{
	punch_begun = ++now;
	punch();
	punch_done = ++now;
}

static void writer(void)
{
	write_begun = ++now;
	written = write_page(hole.fd, 'r');
	write_done = ++now;
}

static void reclaimer(void)
{
	reclaim_alone();
}

/* In some order of the three that agrees with when each began and was done. */
static bool could_be_seen(unsigned char byte)
{
	switch (byte) {
	case 'x':
		/* Of actors that take no part all times are 0. */
		return (!punch_done || fault_begun < punch_done) &&
		       (!write_done || fault_begun < write_done);
	case 'r':
		return write_begun < fault_done &&
		       !(write_done < punch_begun && punch_done < fault_begun);
	case 0:
		return punch_begun < fault_done &&
		       !(punch_done < write_begun && write_done < fault_begun);
	default:
		return false;
	}
}

static void check(void)
{
	struct access after;

	empty_swap();
	ok(survived(&hole.access), "the access survives");
	ok(survived(&written), "the write succeeds");
	outcome("times that the entry was lost", "%u", passes("swapin_lost"));
	hole_check_access();
	ok(!survived(&hole.access) || could_be_seen(hole.access.byte),
	   "the fault sees what was there meanwhile");
	after = read_page(hole.fd);
	outcome("the file has", "%s", seen(&after));
	ok(survived(&after) && (after.byte == 'r' || !after.byte), "what was punched is gone");
	ok(after.byte == 'r' || write_begun < punch_done, "what was written after it stays");
	ok(!after.byte || punch_begun < write_done, "what was written before it is gone");
	nothing_is_lost(hole.fd);
}

const struct scenario scenario = {
	.setup = setup,
	.actors = { ACTOR(swapin), ACTOR(punch_it), ACTOR(writer), ACTOR(reclaimer) },
	.check = check,
};
