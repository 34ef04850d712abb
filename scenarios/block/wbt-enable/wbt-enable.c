// SPDX-License-Identifier: GPL-2.0
/*
 * A disk loses its scheduler, and has writeback throttling again, between two looks of a write.
 *
 * 9869d3a6fed3 ("block: fix race between wbt_enable_default and IO submission"), CVE-2025-68807.
 * bfq has throttling off, and it was put on again behind the change of the scheduler, when the queue
 * was not frozen any more: "rwb_enabled() checks the state, which can be updated exactly between
 * wbt_wait() (rq_qos_throttle()) and wbt_track()(rq_qos_track()), then the inflight counter will
 * become negative".
 *
 *     writer                             switcher
 *     ------                             --------
 *                                        elevator_change(): bfq is gone,
 *                                        the queue not frozen any more
 *     blk_mq_submit_bio()
 *       wbt_wait(): off, not counted
 *                                        wbt_enable_default()
 *       wbt_track(): on, tracked
 *     wbt_done(): inflight is -1
 *
 * What is written later then waits in wbt_wait() for ever, as the tasks of the report do.
 */
#include "attributes.h"
#include "disk.h"
#include "scenario.h"

#include <fcntl.h>
#include <stdio.h>
#include <unistd.h>

#define PAGE 4096
#define DISK "/dev/disk"

static int disk;
static char page[PAGE];
static int synced, synced_later;

static void undo(void)
{
	close(disk);
	remove_disk("disk", DISK);
}

static void setup(void)
{
	mount_type("debugfs", "/sys/kernel/debug", NULL);
	make_disk("disk", DISK, 4, PAGE, 0);
	at_end(undo);
	synced = synced_later = -1;
	put_text(disk_file(DISK, "queue/scheduler"), "bfq");
	disk = open(DISK, O_RDWR);
	if (disk < 0 || pwrite(disk, page, PAGE, 0) != PAGE)
		broken("cannot write to a disk");
}

static void writer(void)
{
	synced = fsync(disk);
}

static void switcher(void)
{
	put_text(disk_file(DISK, "queue/scheduler"), "none");
}

static void later(void)
{
	if (pwrite(disk, page, PAGE, PAGE) != PAGE)
		broken("cannot write to a disk");
	synced_later = fsync(disk);
}

/* How many writes are on their way, by the throttling; its first line is "0: inflight N". */
static int inflight(void)
{
	int n;
	FILE *file = fopen("/sys/kernel/debug/block/disk/rqos/wbt/inflight", "r");

	if (!file || fscanf(file, "0: inflight %d", &n) != 1)
		broken("the disk has no throttling");
	fclose(file);
	return n;
}

static void check(void)
{
	int left = inflight();

	outcome("inflight", "%d", left);
	ok(!left, "nothing is on its way when all is written");
	ok(!synced && !synced_later, "both are written");
}

const struct scenario scenario = {
	.setup = setup,
	.actors = { ACTOR(writer), ACTOR(switcher), ACTOR(later) },
	.check = check,
};
