// SPDX-License-Identifier: GPL-2.0
/*
 * An atomic write of f2fs is aborted by two at once: a close, and an ioctl.
 *
 * a46bebd502fe ("f2fs: synchronize atomic write aborts"), CVE-2023-53838.
 *
 *	closer				aborter
 *	------				-------
 *	f2fs_release_file()
 *					f2fs_ioc_abort_atomic_write()
 *					  f2fs_abort_atomic_write()
 *	  f2fs_abort_atomic_write()
 *					    iput(fi->cow_inode)
 *	    iput(fi->cow_inode)
 *
 * Both have seen that the file is written to atomically. The fix has the close take the
 * inode's lock, too. 6.1 has learnt since to keep the inode of the copy for as long as its file is there:
 * the variant takes that out as well, since without the lock it hides what goes wrong.
 *
 *	Kernel mode fault at addr 0x444, RIP: f2fs_abort_atomic_write+0x9d/0x2f0
 */
#define _GNU_SOURCE
#include "image.h"
#include "scenario.h"

#include <fcntl.h>
#include <linux/f2fs.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>

#define PAGE 4096

static int file;
static char page[PAGE];

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
	file = open("/mnt/file", O_RDWR | O_CREAT, 0600);
	memset(page, 'a', sizeof(page));
	if (file < 0 || write(file, page, PAGE) != PAGE || fsync(file))
		broken("cannot write a file");
	if (ioctl(file, F2FS_IOC_START_ATOMIC_WRITE))
		broken("cannot begin an atomic write");
	if (pwrite(file, "b", 1, 0) != 1)
		broken("cannot write atomically");
}

static void closer(void)
{
	if (close(file))
		broken("cannot close the file");
	file = -1;
}

static void aborter(void)
{
	int other = open("/mnt/file", O_RDWR);

	if (other < 0 || ioctl(other, F2FS_IOC_ABORT_ATOMIC_WRITE))
		broken("cannot abort the atomic write");
	close(other);
}

static void check(void)
{
	int again = open("/mnt/file", O_RDONLY);
	char seen = 0;

	if (again < 0 || pread(again, &seen, 1, 0) < 0)
		broken("cannot read the file");
	outcome("the file has", "%ld bytes, the first is %c", (long)lseek(again, 0, SEEK_END),
		seen);
	close(again);
	ok(seen == 'a', "nothing of the write is left");
}

const struct scenario scenario = {
	.setup = setup,
	.actors = { ACTOR(closer), ACTOR(aborter) },
	.check = check,
};
