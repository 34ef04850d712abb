/* SPDX-License-Identifier: GPL-2.0 */
/* Swap: its disk, its use, and the reclaim that moves pages there and away. */
#ifndef SWAP_H
#define SWAP_H

#include <stdbool.h>

/* To be called first: the program itself is never swapped. */
void memory_setup(void);

/*
 * Swap of so many pages, on a disk that completes at once, or after ns of virtual
 * time. Above 320 pages a CPU takes slots in stock, 64 at a time, and swap_used()
 * counts those too.
 */
void swap_on(unsigned long pages, unsigned long completion_ns);

/* Take swap away again; returns an errno. */
int swap_off(void);

/* Pages of swap in use; pages in swap cache. */
unsigned long swap_used(void);
unsigned long swap_cached(void);

/* Reclaim what can be reclaimed of all that the scenario was charged for. */
void reclaim(void);

/* The same, with no other pages to reclaim among. */
void reclaim_alone(void);

/* Reclaim so many pages, whichever come first. */
void reclaim_some(unsigned long pages);

/* Ask for so many pages to be reclaimed of all that the scenario was charged for; false: this kernel cannot be asked. */
bool reclaim_asked(unsigned long pages);

/*
 * Fill memory until so many pages have been reclaimed of all that there is, and
 * give back what was filled.
 */
void memory_pressure(unsigned long pages);

/* Pages of swap that the scenario is charged for. */
unsigned long swap_charged(void);

#endif /* SWAP_H */
