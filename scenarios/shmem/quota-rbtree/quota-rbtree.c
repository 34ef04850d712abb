// SPDX-License-Identifier: GPL-2.0
/*
 * The tree of a tmpfs's quotas turns while one of them is looked for.
 *
 * 0a69b6b3a026 ("tmpfs: fix race on handling dquot rbtree"), CVE-2024-27058. The last file of a user is
 * gone, and a work item releases the user's quota: it reads the root of the tree, and waits for the
 * lock. Who has that adds a quota, and the tree gets another root: below the old one the quota that is
 * released is not found.
 *
 *     chown to another user              quota_release_workfn() (work)
 *     ---------------------              -----------------------------
 *     shmem_acquire_dquot()
 *       down_write(dqio_sem)
 *                                        shmem_release_dquot()
 *                                          node = root
 *                                          down_write(dqio_sem)
 *       rb_insert_color(): another
 *       root
 *     up_write(dqio_sem)
 *                                          looks below node: not there
 *
 *     WARNING: CPU: 0 PID: 44 at mm/shmem_quota.c:294 shmem_release_dquot+0x4d1/0x600
 *     quota id 1 from dquot (____ptrval____), not in rb tree!
 */
#include "scenario.h"

#include <fcntl.h>
#include <sys/mount.h>
#include <sys/stat.h>
#include <unistd.h>

static int added;

static void make(const char *path, uid_t user)
{
	int fd = open(path, O_RDWR | O_CREAT, 0600);

	if (fd < 0 || close(fd) || chown(path, user, 0))
		broken("cannot make %s of user %u", path, user);
}

static void undo(void)
{
	if (umount("/mnt"))
		broken("cannot unmount /mnt");
}

/* The root of the tree is that of user 0, who has the directory; that of user 1 is below. */
static void setup(void)
{
	added = -1;
	mkdir("/mnt", 0755);
	if (mount("tmpfs", "/mnt", "tmpfs", 0, "usrquota"))
		broken("cannot mount tmpfs with quotas");
	at_end(undo);
	make("/mnt/gone", 1);
	make("/mnt/given", 0);
	if (unlink("/mnt/gone"))
		broken("cannot remove a file");
}

static void adder(void)
{
	added = chown("/mnt/given", 2, 0);
}

static void check(void)
{
	ok(!added, "the file is given away");
}

const struct scenario scenario = {
	.setup = setup,
	.actors = { ACTOR(adder), WORK(release, "quota_release_workfn") },
	.check = check,
};
