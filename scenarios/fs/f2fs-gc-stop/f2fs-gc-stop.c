// SPDX-License-Identifier: GPL-2.0
/*
 * A file system of f2fs is shut down by two at once, and both stop its garbage collector.
 *
 * 7b0033dbc483 ("f2fs: fix race in concurrent f2fs_stop_gc_thread"), CVE-2024-53218.
 *
 *	first				second
 *	-----				------
 *	f2fs_stop_gc_thread()
 *	  f2fs_gc_task is there
 *					f2fs_stop_gc_thread()
 *					  kthread_stop(f2fs_gc_task)
 *					  (its task is freed)
 *	  kthread_stop(f2fs_gc_task)
 *
 * The fix takes s_umount, as unmounting and remounting do. The released 6.1 has not got it.
 *
 *	BUG: KASAN: use-after-free in kthread_stop+0xa4/0x330
 *	  f2fs_stop_gc_thread+0x3d/0x80
 *	  f2fs_ioc_shutdown+0x1f6/0x660
 */
#include "image.h"
#include "scenario.h"

#include <errno.h>
#include <fcntl.h>
#include <linux/f2fs.h>
#include <stdint.h>
#include <sys/ioctl.h>
#include <unistd.h>

#define GRACE 100000 /* us: RCU frees the task */

static int file;
static int errors[2];

static void undo(void)
{
	if (file >= 0)
		close(file);
	file = -1;
}

static void setup(void)
{
	mount_image("disk", "/mnt", NULL, 0);
	at_end(undo);
	/* When its threads do what depends on when those of the one before were stopped. */
	cannot_undo();
	errors[0] = errors[1] = -1;
	file = open("/mnt/file", O_RDWR | O_CREAT, 0600);
	if (file < 0)
		broken("cannot make a file");
}

static int shut_down(void)
{
	uint32_t how = F2FS_GOING_DOWN_NOSYNC;

	return ioctl(file, F2FS_IOC_SHUTDOWN, &how) ? errno : 0;
}

static void first(void)
{
	errors[0] = shut_down();
}

static void second(void)
{
	errors[1] = shut_down();
	usleep(GRACE);
}

/* Who comes when it is so already is told that it does no more. */
static bool is_down(int error)
{
	return !error || error == EIO;
}

static void check(void)
{
	undo();
	ok(is_down(errors[0]) && is_down(errors[1]) && (!errors[0] || !errors[1]),
	   "it is shut down");
}

const struct scenario scenario = {
	.setup = setup,
	.actors = { ACTOR(first), ACTOR(second) },
	.check = check,
};
