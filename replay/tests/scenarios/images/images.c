// SPDX-License-Identifier: GPL-2.0
/* Images that the folder describes are disks of the guest, whose requests take the guest's time. */
#include "image.h"
#include "scenario.h"

#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#define LATENCY (20 * 1000 * 1000) /* ns of a request */

static char line[64];
static long at_once, late;

static void setup(void)
{
	mount_image("disk", "/mnt", NULL, 0);
	if (is_case("unloaded"))
		mount_image("old", "/old", NULL, 0);
	if (is_case("nowhere"))
		image_disk("nowhere", 0);
	mount_image("other", "/late", "errors=continue", LATENCY);
}

static long now(void)
{
	struct timespec time;

	clock_gettime(CLOCK_MONOTONIC, &time);
	return time.tv_sec * 1000000000 + time.tv_nsec;
}

/* How long it takes in ns until it is on the disk. */
static long write_to(const char *path)
{
	long begun = now();
	int fd = open(path, O_WRONLY | O_CREAT, 0644);

	if (fd < 0 || write(fd, "written\n", 8) != 8 || fsync(fd) || close(fd))
		broken("cannot write %s", path);
	return now() - begun;
}

static void writer(void)
{
	FILE *file = fopen("/mnt/sub/file", "r");

	if (!file || !fgets(line, sizeof(line), file))
		broken("cannot read the file of the image");
	fclose(file);
	at_once = write_to("/mnt/new");
	late = write_to("/late/new");
}

static void damage(void)
{
	int fd = open("/dev/disk", O_WRONLY);
	char zeroes[1024] = {}; /* a block of it: that says which blocks are in use */

	if (fd < 0 || pwrite(fd, zeroes, sizeof(zeroes), 66 * 1024) != sizeof(zeroes) || close(fd))
		broken("cannot write to the disk");
}

static void check(void)
{
	struct stat stat_of;

	stat("/mnt/sub/file", &stat_of);
	outcome("of the file", "%d, %o", stat_of.st_uid, stat_of.st_mode);
	ok(!strcmp(line, "a file of the image\n"), "the file is in the image");
	ok(at_once < LATENCY, "without a latency a request is over at once");
	ok(late >= LATENCY && late % LATENCY < LATENCY / 2, "with one it takes that time");
	if (is_case("damaged"))
		damage();
	if (is_case("busy") && chdir("/mnt"))
		broken("cannot go to /mnt");
}

const struct scenario scenario = {
	.setup = setup,
	.actors = { ACTOR(writer) },
	.check = check,
};
