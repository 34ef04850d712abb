// SPDX-License-Identifier: GPL-2.0
/* Pack a disk image for a guest, and unpack one that a guest has sent back. */
#include <errno.h>
#include <fcntl.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "abi/image.h"
#include "file.h"
#include "util.h"
#include "view.h"

static void name_it(char *field, size_t size, const char *text, const char *what)
{
	if (strlen(text) >= size)
		die("%s of an image has %zu bytes at most, and '%s' has %zu", what, size - 1, text,
		    strlen(text));
	memset(field, 0, size);
	strcpy(field, text);
}

static void put(const void *bytes, size_t length)
{
	if (fwrite(bytes, 1, length, stdout) != length)
		die("cannot write a packed image: %s", strerror(errno));
}

static void put_piece(uint64_t at, const char *bytes, size_t length)
{
	const struct replay_image_piece piece = { at, length };

	put(&piece, sizeof(piece));
	put(bytes, length);
}

/**
 * view_pack() - write an image to standard output, packed for a guest
 * @argc: 4
 * @argv: its name, the type of its file system, the command that checks it, and the file
 *
 * Return: the exit status.
 */
int view_pack(int argc, char **argv)
{
	static char bytes[REPLAY_IMAGE_PIECE_MAX + REPLAY_IMAGE_BLOCK];
	struct replay_image_header header = { .magic = REPLAY_IMAGE_MAGIC };
	FILE *file = opened(argv[3], "r");
	uint64_t at = 0;
	size_t length = 0, got;
	struct stat stat;

	(void)argc;
	if (fstat(fileno(file), &stat) || stat.st_size % REPLAY_IMAGE_BLOCK)
		die("the size of an image is a multiple of %lu, and that of %s is not",
		    REPLAY_IMAGE_BLOCK, argv[3]);
	header.size = stat.st_size;
	name_it(header.name, sizeof(header.name), argv[0], "the name");
	name_it(header.type, sizeof(header.type), argv[1], "the type");
	name_it(header.fsck, sizeof(header.fsck), argv[2], "the command that checks");
	put(&header, sizeof(header));
	/* What is behind @at, up to @length, is to be written. */
	while ((got = fread(bytes + length, 1, REPLAY_IMAGE_BLOCK, file))) {
		bool is_hole = replay_image_is_zero(bytes + length);

		length += got;
		if (!is_hole && length < REPLAY_IMAGE_PIECE_MAX)
			continue;
		if (length > (is_hole ? got : 0))
			put_piece(at, bytes, length - (is_hole ? got : 0));
		at += length;
		length = 0;
	}
	put_piece(at, bytes, length);
	if (length)
		put_piece(at + length, bytes, 0);
	closed(file, argv[3]);
	return AS_IT_SHOULD;
}

/* The next bytes of what was handed back; false where they are not all there. */
static bool take(const char **rest, size_t *left, void *to, size_t length)
{
	if (*left < length)
		return false;
	memcpy(to, *rest, length);
	*rest += length;
	*left -= length;
	return true;
}

static bool unpack_one(const char **rest, size_t *left)
{
	static char bytes[REPLAY_IMAGE_PIECE_MAX];
	struct replay_image_header header;
	struct replay_image_piece piece;
	char path[sizeof(header.name) + sizeof(".img")];
	int fd;

	if (!take(rest, left, &header, sizeof(header)) || header.magic != REPLAY_IMAGE_MAGIC ||
	    !memchr(header.name, 0, sizeof(header.name)) || strchr(header.name, '/'))
		return false;
	snprintf(path, sizeof(path), "%s.img", header.name);
	fd = open(path, O_WRONLY | O_CREAT | O_TRUNC, 0666);
	if (fd < 0 || ftruncate(fd, header.size))
		die("cannot write the image %s: %s", path, strerror(errno));
	do {
		if (!take(rest, left, &piece, sizeof(piece)) || piece.length > sizeof(bytes) ||
		    !take(rest, left, bytes, piece.length)) {
			close(fd);
			unlink(path);
			return false;
		}
		if (pwrite(fd, bytes, piece.length, piece.at) != (ssize_t)piece.length)
			die("cannot write the image %s: %s", path, strerror(errno));
	} while (piece.length);
	close(fd);
	return true;
}

/**
 * view_unpack() - write the images that a guest handed back to files NAME.img here
 * @argc: 1
 * @argv: the file
 *
 * One that did not come whole is left out: its guest has ended before.
 *
 * Return: the exit status.
 */
int view_unpack(int argc, char **argv)
{
	size_t left;
	char *all = file_need(argv[0], "what the guest has handed back", &left);
	const char *rest = all;

	(void)argc;
	while (left && unpack_one(&rest, &left))
		;
	free(all);
	return AS_IT_SHOULD;
}
