// SPDX-License-Identifier: GPL-2.0
/*
 * A small file of ext4 moves from its inode to a block, by a store to its mapping, while it is written to.
 *
 * 7edbb323bab2. A mail of June 2026, "[PATCH v4] ext4: fix kernel BUG in
 * ext4_write_inline_data_end" says: "If ext4_convert_inline_data() clears the flags exactly after
 * the inline flags checks pass in write_end, but before ext4_write_inline_data_end() acquires the
 * xattr semaphore, the subsequent check will hit a panic via BUG_ON(!ext4_has_inline_data(inode))".
 *
 *	writer				mapper
 *	------				------
 *	ext4_da_write_begin()
 *	  the file is inline
 *					ext4_page_mkwrite()
 *					  ext4_convert_inline_data()
 *	ext4_write_inline_data_end()
 *	  BUG_ON(!ext4_has_inline_data(inode))
 *
 * In ext4-inline, fallocate() moves the file, and its fix has it take the lock of the inode.
 * A fault cannot take that lock: this fix has the write begin anew if the file is not inline
 * any more. The released 6.1 and 6.12 do not have it.
 *
 *	BUG: failure at fs/ext4/inline.c:793/ext4_write_inline_data_end()!
 *
 * Limits: the file is read while its page is in memory; what it has on disk is not compared.
 */
#include "image.h"
#include "scenario.h"

#include <fcntl.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

#define PAGE 4096
#define FIRST "first\n"
#define SECOND "second\n"

static int file;
static volatile char *map = MAP_FAILED;
static long written;

static void undo(void)
{
	if (map != MAP_FAILED)
		munmap((void *)map, PAGE);
	map = MAP_FAILED;
	if (file >= 0)
		close(file);
	file = -1;
}

static void setup(void)
{
	mount_image("disk", "/mnt", NULL, 0);
	at_end(undo);
	written = -1;
	file = open("/mnt/file", O_RDWR | O_CREAT, 0644);
	if (file < 0 || write(file, FIRST, strlen(FIRST)) != (int)strlen(FIRST))
		broken("cannot write a file");
	map = mmap(NULL, PAGE, PROT_READ | PROT_WRITE, MAP_SHARED, file, 0);
	/* The page is mapped from here on, and may be read: the store is a fault of ext4_page_mkwrite(). */
	if (map == MAP_FAILED || map[0] != FIRST[0])
		broken("cannot map the file");
}

static void writer(void)
{
	written = pwrite(file, SECOND, strlen(SECOND), strlen(FIRST));
}

static void mapper(void)
{
	map[0] = 'F';
}

static void check(void)
{
	char text[64] = {};

	if (pread(file, text, sizeof(text) - 1, 0) < 0)
		broken("cannot read the file");
	undo();
	ok(written == (int)strlen(SECOND), "it is written to");
	ok(!strcmp(text, "First\n" SECOND), "it has what was written, and what was stored");
}

const struct scenario scenario = {
	.setup = setup,
	.actors = { ACTOR(writer), ACTOR(mapper) },
	.check = check,
};
