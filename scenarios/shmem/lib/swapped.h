/* SPDX-License-Identifier: GPL-2.0 */
/* A file in tmpfs whose pages go to swap, and what it is charged for. */
#ifndef SWAPPED_H
#define SWAPPED_H

#include <stdbool.h>

#include "memory.h"
#include "swap.h"

/* The pages of a mapping of a file are in swap, and in memory no more. */
void page_out(char *map, unsigned long pages);

/* The pages of a mapping have slots of swap, and may be in memory still; false: not all of them. */
bool to_swap(char *map, unsigned long pages);

/* So many slots of swap are in use by pages of no interest; and are not, any more. */
void fill_swap(unsigned long pages);
void empty_swap(void);

/* A file of one page, filled with 'x', that is in swap; and its mapping. */
int file_in_swap(char **map);

/* The next tmpfs has a quota, where the kernel can; its blocks of 1 KiB in use by root, or -1. */
void tmpfs_quota(void);
long quota_in_use(int fd);

/*
 * The checks of every race over a page of a file: with the file empty again, what
 * it was charged for is given back, and what was left behind once reclaim has run.
 */
void nothing_is_lost(int fd);

#endif /* SWAPPED_H */
