/* SPDX-License-Identifier: GPL-2.0 */
/* Mappings of memory, and a file in memory. */
#ifndef MEMORY_H
#define MEMORY_H

#define PAGE 4096UL

/* Maps anonymous memory, filled with @byte. */
char *anonymous_pages(unsigned long pages, int byte);

/* A mapping that is not locked into memory, as the rest of the program is. The caller unmaps it. */
char *map_unlocked(unsigned long length, int flags, int fd);

/* Makes a file by memfd_create(2), fills its pages with @byte, and returns its descriptor. */
int file_in_memory(unsigned long pages, int byte);

#endif /* MEMORY_H */
