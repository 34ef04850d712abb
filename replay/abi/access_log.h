/* SPDX-License-Identifier: GPL-2.0 */
/*
 * The log of the accesses of the guest's program to its own memory: one page. The program writes
 * it; the kernel reads and empties it. Plain C.
 */
#ifndef REPLAY_ABI_ACCESS_LOG_H
#define REPLAY_ABI_ACCESS_LOG_H

#include "limits.h"

#define REPLAY_ACCESS_LOG_SIZE 4096 /* a page, of kernel and program */

struct program_access {
	unsigned long address, size, write;
};

struct program_page {
	/* One more than there is room for where there were more: then not all are known. */
	unsigned long nr;
	struct program_access accesses[REPLAY_ACCESSES_MAX];
};

_Static_assert(sizeof(struct program_page) <= REPLAY_ACCESS_LOG_SIZE, "it is in one page");
_Static_assert(sizeof(struct program_page) + sizeof(struct program_access) > REPLAY_ACCESS_LOG_SIZE,
	       "it has as many accesses as a page has room for");

#endif /* REPLAY_ABI_ACCESS_LOG_H */
