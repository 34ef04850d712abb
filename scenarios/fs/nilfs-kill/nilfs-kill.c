// SPDX-License-Identifier: GPL-2.0
/*
 * A file system is unmounted, and what its log writer has is freed while the log writer's
 * thread says that it is gone.
 *
 * 6be49d100c22 ("nilfs2: fix potential UAF of struct nilfs_sc_info in nilfs_segctor_thread()"),
 * CVE-2023-53608. The thread clears sc_task without the lock, and wakes who waits for that; who
 * waits has seen it already, and has freed what is woken.
 *
 *     umount                              segctord
 *     ------                              --------
 *     nilfs_segctor_kill_thread()
 *       sc_state |= QUIT, wakes it
 *                                         sc_task = NULL
 *       wait_event(sc_task == NULL):
 *       it is
 *     nilfs_segctor_destroy(): kfree(sci)
 *                                         wake_up(&sci->sc_wait_task)
 *
 *     BUG: KASAN: use-after-free in __lock_acquire.constprop.0+0x66c/0xcd0
 *       __wake_up+0x1a/0x20
 *       nilfs_segctor_thread+0x3a3/0x720
 */
#include "image.h"
#include "scenario.h"

#include <sys/mount.h>
#include <sys/stat.h>

static int unmounted;

static void setup(void)
{
	unmounted = -1;
	mkdir("/mnt", 0755);
	image_disk("disk", 0);
}

static void mounter(void)
{
	if (mount("/dev/disk", "/mnt", "nilfs2", 0, NULL))
		broken("cannot mount nilfs2");
	at_point("mounted");
	unmounted = umount("/mnt");
}

static void check(void)
{
	ok(!unmounted, "it is unmounted");
}

const struct scenario scenario = {
	.setup = setup,
	.actors = { ACTOR(mounter), KTHREAD(segctor, "segctord") },
	.check = check,
};
