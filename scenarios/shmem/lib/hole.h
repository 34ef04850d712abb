/* SPDX-License-Identifier: GPL-2.0 */
/*
 * The race of the thread, in its parts: a page of a file is in swap, one actor
 * comes to it in some way, and another takes it out of the file.
 */
#ifndef HOLE_H
#define HOLE_H

#include "access.h"
#include "memory.h"
#include "scenario.h"
#include "swapped.h"
#include "tmpfs.h"

struct hole {
	int fd; /* a file of one page, filled with 'x' */
	char *map;
	struct access access; /* how the actor's access ended */
};

extern struct hole hole;

/* For .setup: the page is in swap. */
void hole_setup(void);

/* The same, and no slot of swap is free. */
void hole_setup_full_swap(void);

/* An actor: punch the hole. */
void punch(void);

/* An actor: write to the hole, and have the page swapped out. */
void refill_and_swap_out(void);

/* An actor: the file ends before the page. */
void truncate_file(void);

/* For .check: what the access saw, what is left, and that it is given back. */
void hole_check(void);

/* Of that, what the access saw, and what is left. */
void hole_check_access(void);

#endif /* HOLE_H */
