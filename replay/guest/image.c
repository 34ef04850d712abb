// SPDX-License-Identifier: GPL-2.0
#define _GNU_SOURCE
#include "image.h"
#include "abi/image.h"
#include "disk.h"
#include "programs.h"
#include "scenario.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/mount.h>
#include <sys/stat.h>
#include <sys/sysmacros.h>
#include <termios.h>
#include <unistd.h>

#define IMAGES_MAX 16
#define SECTOR 512
#define MIB (1UL << 20)

static struct image {
	struct replay_image_header header;
	char node[64];
	char dir[64]; /* the mount point; empty: it is not mounted */
} images[IMAGES_MAX];
static unsigned int nr_images;

/* Aligned for O_DIRECT. */
static char bytes[REPLAY_IMAGE_PIECE_MAX] __attribute__((aligned(REPLAY_IMAGE_BLOCK)));

static struct image *image_of(const char *name)
{
	for (unsigned int i = 0; i < nr_images; i++)
		if (!strcmp(images[i].header.name, name))
			return &images[i];
	return NULL;
}

static void read_all(int fd, void *to, size_t length, const char *name)
{
	if (read(fd, to, length) != (ssize_t)length)
		broken("the image '%s' of the guest is cut short", name);
}

/* Writes everything but the zeroes, which a new disk has anyway. */
static void fill(const struct image *image, int packed)
{
	const char *name = image->header.name;
	int disk = open(image->node, O_WRONLY);
	struct replay_image_piece piece;

	if (disk < 0)
		broken("cannot open %s", image->node);
	for (;;) {
		read_all(packed, &piece, sizeof(piece), name);
		if (!piece.length)
			break;
		read_all(packed, bytes, piece.length, name);
		if (pwrite(disk, bytes, piece.length, piece.at) != (ssize_t)piece.length)
			broken("cannot write the image '%s' to its disk", name);
	}
	if (fsync(disk) || close(disk))
		broken("cannot write the image '%s' to its disk", name);
}

static bool unmount(struct image *image)
{
	if (!image->dir[0])
		return true;
	if (umount(image->dir)) {
		if (errno != EBUSY)
			broken("cannot unmount %s", image->dir);
		return false;
	}
	image->dir[0] = '\0';
	return true;
}

static void undo(void)
{
	while (nr_images) {
		struct image *image = &images[nr_images - 1];

		/* A disk that is in use stays, and so does the guest's state. */
		if (!unmount(image)) {
			cannot_undo();
			return;
		}
		remove_disk(image->header.name, image->node);
		nr_images--;
	}
}

static void hand_over(int fd, const void *from, size_t length)
{
	const char *rest = from;

	while (length) {
		ssize_t written = write(fd, rest, length);

		if (written <= 0)
			broken("cannot hand an image over to the host");
		rest += written;
		length -= written;
	}
}

/* Sends the contents of the disk. By O_DIRECT: the page cache has no room for all of a large disk. */
static void hand_back(const struct image *image, int fd)
{
	struct replay_image_piece piece = {};
	int disk = open(image->node, O_RDONLY | O_DIRECT);
	uint64_t at = 0;

	if (disk < 0)
		broken("cannot open %s", image->node);
	hand_over(fd, &image->header, sizeof(image->header));
	while (at < image->header.size) {
		ssize_t got = pread(disk, bytes, sizeof(bytes), at);

		if (got <= 0)
			broken("cannot read %s", image->node);
		for (ssize_t i = 0; i + (ssize_t)REPLAY_IMAGE_BLOCK <= got;
		     i += REPLAY_IMAGE_BLOCK) {
			if (replay_image_is_zero(bytes + i))
				continue;
			piece = (struct replay_image_piece){ at + i, REPLAY_IMAGE_BLOCK };
			hand_over(fd, &piece, sizeof(piece));
			hand_over(fd, bytes + i, REPLAY_IMAGE_BLOCK);
		}
		at += got;
	}
	piece = (struct replay_image_piece){ image->header.size, 0 };
	hand_over(fd, &piece, sizeof(piece));
	close(disk);
}

/* Opens a console that is a file of the host, in raw mode. */
static int open_host(void)
{
	struct termios raw;
	int fd;

	if (mknod("/dev/tty1", S_IFCHR | 0600, makedev(4, 1)) && errno != EEXIST)
		broken("cannot make /dev/tty1");
	fd = open("/dev/tty1", O_WRONLY | O_NOCTTY);
	if (fd < 0 || tcgetattr(fd, &raw))
		broken("cannot open /dev/tty1");
	cfmakeraw(&raw);
	if (tcsetattr(fd, TCSANOW, &raw))
		broken("cannot set /dev/tty1 to raw");
	return fd;
}

/*
 * After the scenario's checks: runs fsck on each image that has it, and sends what the host keeps.
 */
static void look(void)
{
	int host;

	for (unsigned int i = 0; i < nr_images; i++) {
		struct image *image = &images[i];
		bool is_free = unmount(image);

		sync();
		errno = 0;
		if (image->header.fsck[0] && !is_free)
			broken("'%s' is to be looked at by fsck, and somebody uses it; close in .check what is open there",
			       image->header.name);
		if (image->header.fsck[0])
			ok(succeeds("%s", image->header.fsck), "fsck finds nothing wrong with '%s'",
			   image->header.name);
	}
	if (!getenv("KEEP_IMAGES"))
		return;
	host = open_host();
	for (unsigned int i = 0; i < nr_images; i++)
		hand_back(&images[i], host);
	close(host);
}

void image_disk(const char *name, unsigned long completion_ns)
{
	struct image *image = &images[nr_images];
	char packed_path[128];
	int packed;

	errno = 0;
	if (image_of(name))
		broken("the image '%s' is a disk already; if an execution before has made it, it has left something open there, which is to be closed by at_end()",
		       name);
	if (nr_images == IMAGES_MAX)
		broken("more than %d images", IMAGES_MAX);
	snprintf(packed_path, sizeof(packed_path), "/images/%s", name);
	packed = open(packed_path, O_RDONLY);
	if (packed < 0)
		broken("there is no image '%s'; the file 'image' in the scenario's folder describes those of its guest",
		       name);
	read_all(packed, &image->header, sizeof(image->header), name);
	snprintf(image->node, sizeof(image->node), "/dev/%s", name);
	make_disk(name, image->node, (image->header.size + MIB - 1) / MIB, SECTOR, completion_ns);
	image->dir[0] = '\0';
	nr_images++;
	fill(image, packed);
	close(packed);
	more_checks = look;
	at_end(undo);
}

void mount_image(const char *name, const char *dir, const char *options,
		 unsigned long completion_ns)
{
	struct image *image;

	image_disk(name, completion_ns);
	image = image_of(name);
	if (strlen(dir) >= sizeof(image->dir))
		broken("the path '%s' is too long", dir);
	if (mkdir(dir, 0755) && errno != EEXIST)
		broken("cannot make the directory %s", dir);
	if (mount(image->node, dir, image->header.type, 0, options) == 0) {
		strcpy(image->dir, dir);
		return;
	}
	if (errno == ENODEV)
		broken("the kernel has no file system '%s': it is a module that is not loaded, or 'config' of the scenario takes out what uml-config/images has for it",
		       image->header.type);
	/* A read-only file system cannot be mounted in another way. */
	if ((errno != EACCES && errno != EROFS) ||
	    mount(image->node, dir, image->header.type, MS_RDONLY, options))
		broken("cannot mount '%s', %s, at %s", name, image->header.type, dir);
	strcpy(image->dir, dir);
}
