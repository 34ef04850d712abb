// SPDX-License-Identifier: GPL-2.0
/*
 * A balance takes a block group away before the transaction is completed that emptied it.
 *
 * 5fd76bf31ccf ("btrfs: fix relocation crash due to premature return from
 * btrfs_commit_transaction()"). A transaction of fsync() may be completed before the one
 * before it; so who waits for it alone knows nothing of that one.
 *
 *     balancer                  deleter                fsyncer
 *     --------                  -------                -------
 *                               the last file of a
 *                               block group goes
 *                               btrfs_commit_
 *                               transaction(): its
 *                               superblock is written
 *     relocate_block_group()
 *                                                      btrfs_commit_transaction()
 *       btrfs_commit_
 *       transaction(): waits
 *                                                      the next is completed
 *       (three times)                                  (three times)
 *     btrfs_remove_chunk()
 *                               unpins what was in
 *                               that block group
 *
 *     WARNING: CPU: 0 PID: 63 at fs/btrfs/relocation.c:4194 btrfs_relocate_block_group+0x6a9/0x820
 *     BUG: failure at fs/btrfs/extent-tree.c:2713/unpin_extent_range()!
 */
#include "image.h"
#include "scenario.h"

#include <errno.h>
#include <fcntl.h>
#include <linux/btrfs.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>

#define SIZE (1 << 20)

static int root;
static int balance_error, delete_error, fsync_error;

static void undo(void)
{
	if (root >= 0)
		close(root);
	root = -1;
}

static void setup(void)
{
	static const char data[SIZE];
	int file;

	balance_error = delete_error = fsync_error = -1;
	/* Without a log, fsync() commits the transaction. */
	mount_image("disk", "/mnt", "notreelog", 0);
	root = open("/mnt", O_RDONLY | O_DIRECTORY);
	at_end(undo);
	/* What its threads do depends on when they did it last. */
	cannot_undo();
	file = open("/mnt/only", O_WRONLY | O_CREAT, 0600);
	if (root < 0 || file < 0 || write(file, data, SIZE) != SIZE || close(file) ||
	    ioctl(root, BTRFS_IOC_SYNC))
		broken("cannot write a file");
}

/* Of all that is data. */
static void balancer(void)
{
	struct btrfs_ioctl_balance_args args = { .flags = BTRFS_BALANCE_DATA };

	balance_error = ioctl(root, BTRFS_IOC_BALANCE_V2, &args) ? errno : 0;
}

static void deleter(void)
{
	delete_error = unlink("/mnt/only") || ioctl(root, BTRFS_IOC_SYNC) ? errno : 0;
}

/* A new file is synced as a whole: its fsync() begins no second transaction. */
static int sync_new(const char *path)
{
	int file = open(path, O_WRONLY | O_CREAT, 0600);

	return file < 0 || fsync(file) || close(file) ? errno : 0;
}

static void fsyncer(void)
{
	fsync_error = sync_new("/mnt/one");
	if (!fsync_error)
		fsync_error = sync_new("/mnt/two");
	if (!fsync_error)
		fsync_error = sync_new("/mnt/three");
}

static void check(void)
{
	undo();
	outcome("balance", "%s", balance_error ? strerror(balance_error) : "done");
	ok(!balance_error, "the balance is done");
	ok(!delete_error && !fsync_error, "what was deleted and made is synced");
}

const struct scenario scenario = {
	.setup = setup,
	.actors = { ACTOR(balancer), ACTOR(deleter), ACTOR(fsyncer) },
	.check = check,
};
