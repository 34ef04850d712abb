/* SPDX-License-Identifier: GPL-2.0 */
/*
 * The format of a disk image: in the file that goes into a guest, and on the console through
 * which the guest sends it back. A header comes first, then each piece that is not zero, followed
 * by its bytes. The last piece has no bytes. Plain C; all sides have the header that it includes.
 */
#ifndef REPLAY_ABI_IMAGE_H
#define REPLAY_ABI_IMAGE_H

#include <stdbool.h>
#include <stdint.h>
#include <string.h>

#define REPLAY_IMAGE_MAGIC 0x646567616d496c72UL
#define REPLAY_IMAGE_BLOCK 4096UL /* what is looked at for zeroes, and the unit of a disk's size */
#define REPLAY_IMAGE_PIECE_MAX (64 * 1024UL)

struct replay_image_header {
	uint64_t magic;
	uint64_t size; /* in bytes */
	char name[32];
	char type[16]; /* of its file system, as mount(2) knows it */
	char fsck[64]; /* the command that looks at it, in the guest; empty: none does */
};

struct replay_image_piece {
	uint64_t at, length; /* in bytes */
};

static inline bool replay_image_is_zero(const char *block)
{
	return !block[0] && !memcmp(block, block + 1, REPLAY_IMAGE_BLOCK - 1);
}

#endif /* REPLAY_ABI_IMAGE_H */
