// SPDX-License-Identifier: GPL-2.0
/*
 * A small file of ext4, which is kept in its inode, moves to a block while it is written to.
 *
 * f87c7a4b084a ("ext4: fix race condition between ext4_write and ext4_convert_inline_data"),
 * CVE-2022-49414.
 *
 *	writer				allocator
 *	------				---------
 *	ext4_da_write_begin()
 *	  the file is inline
 *					ext4_fallocate()
 *					  ext4_convert_inline_data()
 *	ext4_write_inline_data_end()
 *	  BUG_ON(!ext4_has_inline_data(inode))
 *
 *	BUG: failure at fs/ext4/inline.c:793/ext4_write_inline_data_end()!
 *
 * The fix has fallocate take the inode's lock before it converts the file.
 */
#define _GNU_SOURCE
#include "image.h"
#include "scenario.h"

#include <fcntl.h>
#include <string.h>
#include <unistd.h>

#define FIRST "first\n"
#define LARGE 4096 /* more than there is room for in an inode */

static int file;
static long written;
static int allocated;

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
	written = allocated = -1;
	file = open("/mnt/file", O_RDWR | O_CREAT, 0644);
	if (file < 0 || write(file, FIRST, strlen(FIRST)) != (int)strlen(FIRST))
		broken("cannot write a file");
}

static void writer(void)
{
	written = write(file, "second\n", 7);
}

static void allocator(void)
{
	allocated = fallocate(file, 0, 0, LARGE);
}

static void check(void)
{
	char text[64] = {};

	if (pread(file, text, sizeof(text) - 1, 0) < 0)
		broken("cannot read the file");
	undo();
	ok(written == 7 && !allocated, "it is written to, and has room for more");
	ok(!strcmp(text, FIRST "second\n"), "it has what was written before and after");
}

const struct scenario scenario = {
	.setup = setup,
	.actors = { ACTOR(writer), ACTOR(allocator) },
	.check = check,
};
