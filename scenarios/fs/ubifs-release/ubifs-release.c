// SPDX-License-Identifier: GPL-2.0
/*
 * A page of UBIFS is let go that is private, and not dirty any more.
 *
 * 66f4742e9352 ("ubifs: ubifs_releasepage: Remove ubifs_assert(0) to valid this process"),
 * CVE-2023-53584. It was thought that this cannot be, and the file system became one that can
 * only be read.
 *
 *	writeback		truncating		advise
 *	---------		----------		------
 *	clear_page_dirty_for_io()
 *				the file is shorter
 *	ubifs_writepage()
 *	  the page is beyond the end
 *							ubifs_release_folio()
 *							  private, not dirty
 *				truncate_pagecache()
 */
#define _GNU_SOURCE
#include "attributes.h"
#include "device.h"
#include "scenario.h"

#include <errno.h>
#include <fcntl.h>
#include <mtd/ubi-user.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/mount.h>
#include <unistd.h>

#define PAGE 4096
#define VOLUME "v"
#define SIZE (5 << 20)

static int fd;
static int written, truncated, advised;

/* A volume on the flash that nandsim has in memory. */
static void make_volume(void)
{
	struct ubi_attach_req attach = { .ubi_num = 0, .mtd_num = 0 };
	struct ubi_mkvol_req volume = {
		.alignment = 1,
		.vol_type = UBI_DYNAMIC_VOLUME,
		.bytes = SIZE,
		.name_len = strlen(VOLUME),
		.name = VOLUME,
	};
	int control = open_device("misc/ubi_ctrl", O_RDWR), ubi;

	if (ioctl(control, UBI_IOCATT, &attach))
		broken("cannot attach the flash");
	ubi = open_device("ubi/ubi0", O_RDWR);
	if (ioctl(ubi, UBI_IOCMKVOL, &volume))
		broken("cannot make a volume");
	close(ubi);
	close(control);
}

static void setup(void)
{
	char page[PAGE];

	cannot_undo();
	written = truncated = advised = -1;
	make_volume();
	make_dir("/mnt");
	if (mount("ubi0:" VOLUME, "/mnt", "ubifs", 0, NULL))
		broken("cannot mount UBIFS");
	fd = open("/mnt/file", O_RDWR | O_CREAT, 0600);
	close(open("/mnt/spare", O_RDWR | O_CREAT, 0600));
	sync();
	memset(page, 'x', sizeof(page));
	if (fd < 0 || pwrite(fd, page, PAGE, 0) != PAGE)
		broken("cannot write a page");
}

static void writeback(void)
{
	written = sync_file_range(fd, 0, PAGE, SYNC_FILE_RANGE_WRITE);
}

static void truncating(void)
{
	truncated = ftruncate(fd, 0);
}

static void advise(void)
{
	advised = posix_fadvise(fd, 0, PAGE, POSIX_FADV_DONTNEED);
}

static void check(void)
{
	int spare = open("/mnt/spare", O_RDWR);
	bool so = spare >= 0 && write(spare, "y", 1) == 1;

	outcome("write-back, truncation, advice", "%d, %d, %d", written, truncated, advised);
	outcome("a write then", "%s", so ? "done" : strerror(errno));
	ok(!written && !truncated && !advised, "all succeed");
	ok(so, "the file system may be written to");
}

const struct scenario scenario = {
	.setup = setup,
	.actors = { ACTOR(writeback), ACTOR(truncating), ACTOR(advise) },
	.check = check,
};
