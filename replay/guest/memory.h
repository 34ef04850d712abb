/* SPDX-License-Identifier: GPL-2.0 */
/* Memory that a scenario races on: swap, files in tmpfs, and how an access ends. */
#ifndef MEMORY_H
#define MEMORY_H

#include <stddef.h>

#define PAGE 4096UL

/* To be called first: the program itself is never swapped. */
void memory_setup(void);

/*
 * Swap of so many pages, on a disk that completes at once, or after ns of virtual
 * time. Above 320 pages a CPU takes slots in stock, 64 at a time, and swap_used()
 * counts those too.
 */
void swap_on(unsigned long pages, unsigned long completion_ns);

/* A file in a tmpfs of its own, its pages filled with @byte; returns its descriptor. */
int tmpfs_file(unsigned long pages, int byte);

/* All of a file, shared. */
char *map_file(int fd);

/* The pages of a mapping of a file are in swap, and in memory no more. */
void page_out(char *map, unsigned long pages);

/* How an access ended. */
struct access {
	int signal; /* 0: it survived */
	unsigned char byte;
};

struct access read_byte(const char *address);
struct access write_byte(char *address, unsigned char byte);

/* "0x00", or the signal. */
const char *access_name(const struct access *access);

void punch_hole(int fd, unsigned long offset, unsigned long length);

/* 512-byte blocks that a file has. */
unsigned long blocks_of(int fd);

/* Pages of swap in use; pages in swap cache. */
unsigned long swap_used(void);
unsigned long swap_cached(void);

/* Reclaim what can be reclaimed of all that the scenario was charged for. */
void reclaim(void);

#endif /* MEMORY_H */
