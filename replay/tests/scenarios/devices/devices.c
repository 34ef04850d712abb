// SPDX-License-Identifier: GPL-2.0
/* Devices that replay/guest/devices sets up or plays: what is written to each is read from there again. */
#define _GNU_SOURCE
#include "device.h"
#include "fuse.h"
#include "scenario.h"

#include <fcntl.h>
#include <linux/fuse.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define PAGE 4096
#define DISK CONFIGFS "/nullb/nullb0"

static bool disk_keeps, file_keeps;
static unsigned int writes;

static bool keeps(const char *path)
{
	char *page = aligned_alloc(PAGE, PAGE);
	int fd = open(path, O_RDWR | O_CREAT, 0600);
	bool so;

	if (!page || fd < 0)
		broken("cannot open %s", path);
	memset(page, 'k', PAGE);
	so = pwrite(fd, page, PAGE, 0) == PAGE && !fsync(fd) &&
	     !posix_fadvise(fd, 0, PAGE, POSIX_FADV_DONTNEED);
	memset(page, 0, PAGE);
	so &= pread(fd, page, PAGE, 0) == PAGE && page[0] == 'k' && page[PAGE - 1] == 'k';
	close(fd);
	free(page);
	return so;
}

static void count(unsigned int opcode)
{
	writes += opcode == FUSE_WRITE;
}

static void user(void)
{
	mount_type("configfs", CONFIGFS, NULL);
	make_dir(DISK);
	write_file(DISK "/memory_backed", "1");
	write_file(DISK "/size", "1");
	write_file(DISK "/power", "1");
	make_node("/dev/disk", "block/nullb0");
	disk_keeps = keeps("/dev/disk");

	fuse_before = count;
	fuse_play("/fuse");
	file_keeps = keeps("/fuse/file");
}

static void check(void)
{
	ok(disk_keeps, "null_blk keeps what is written");
	ok(file_keeps, "fuse keeps what is written");
	ok(writes == 1, "the request is seen before it is answered");
}

const struct scenario scenario = {
	.actors = { ACTOR(user) },
	.check = check,
};
