// SPDX-License-Identifier: GPL-2.0
/*
 * A lease of cifs is broken while its file system is unmounted.
 *
 * 705c79101ccf ("smb: client: fix use-after-free in cifs_oplock_break"), CVE-2025-38527. An open file
 * had a reference of the superblock, and the work that breaks its lease has the last one of the file:
 *
 *     cifs_oplock_break() (work)         leaver
 *     --------------------------         ------
 *                                        close()
 *                                        umount(): not the last reference
 *     _cifsFileInfo_put()
 *       cifsFileInfo_put_final()
 *         cifs_sb_deactive()
 *           cifs_kill_sb(): the inode is
 *           freed
 *     spin_lock(&cinode->open_file_lock)
 *
 *     BUG: KASAN: slab-use-after-free in _raw_spin_lock+0x96/0xe0
 *     Workqueue: cifsoplockd cifs_oplock_break
 *       cifs_oplock_break+0x61a/0xfa0
 *     Freed by task 9:
 *       cifs_free_inode+0x53/0xc0
 *       i_callback+0x3f/0x70
 *
 * The fix took another reference for the work. 340cea84f691 ("cifs: open files should not hold ref on
 * superblock") has replaced all of them, and the umount waits for the work. The variants take that out,
 * too, as far as files and this work go: sb-put-held has the fix, and sb-put-last has not.
 */
#include "ksmbd.h"
#include "scenario.h"

#include <fcntl.h>
#include <sys/mount.h>
#include <unistd.h>

/* Each has a connection of its own, and closes at once. */
#define OPTIONS "vers=2.1,nosharesock,closetimeo=0"

static int file, other, unmounted;

static void setup(void)
{
	file = other = unmounted = -1;
	ksmbd_start();
	cifs_mount("/mnt1", OPTIONS);
	cifs_mount("/mnt2", OPTIONS);
	file = open("/mnt1/file", O_CREAT | O_RDWR, 0666);
	if (file < 0)
		broken("cannot make a file");
	cannot_undo();
}

static void breaker(void)
{
	other = open("/mnt2/file", O_RDWR);
}

static void leaver(void)
{
	close(file);
	at_point("closed");
	unmounted = umount("/mnt1");
}

static void check(void)
{
	ok(other >= 0, "another opens the file");
	ok(!unmounted, "the file system is unmounted");
}

const struct scenario scenario = {
	.setup = setup,
	.actors = { ACTOR(breaker), ACTOR(leaver), WORK(oplock, "cifs_oplock_break") },
	.check = check,
};
