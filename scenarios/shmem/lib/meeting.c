// SPDX-License-Identifier: GPL-2.0
#include "meeting.h"

static struct access written;
static int now, fault_begun, fault_done, punch_begun, punch_done, write_begun, write_done;

void meeting_setup(void)
{
	now = 0;
	/* Of actors that take no part all times are 0. */
	fault_begun = fault_done = punch_begun = punch_done = write_begun = write_done = 0;
	written = (struct access){};
}

void swapin(void)
{
	fault_begun = ++now;
	hole.access = load(hole.map);
	fault_done = ++now;
}

void punch_it(void)
{
	punch_begun = ++now;
	punch();
	punch_done = ++now;
}

void writer(void)
{
	write_begun = ++now;
	written = write_page(hole.fd, 'r');
	write_done = ++now;
}

void reclaimer(void)
{
	reclaim_alone();
}

/* In some order of the three that agrees with when each began and was done. */
static bool could_be_seen(unsigned char byte)
{
	switch (byte) {
	case 'x':
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

void meeting_check(void)
{
	struct access after;

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
}
