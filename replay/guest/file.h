/* SPDX-License-Identifier: GPL-2.0 */
/* A file in tmpfs, and mappings of memory. */
#ifndef FILE_H
#define FILE_H

#define PAGE 4096UL

/* Mount options of the tmpfs that tmpfs_file() mounts; NULL: none. */
extern const char *tmpfs_options;

/* Makes a file in a new tmpfs, fills its pages with @byte, and returns its descriptor. */
int tmpfs_file(unsigned long pages, int byte);

/* Maps the whole file, shared. */
char *map_file(int fd);

/* Maps anonymous memory, filled with @byte. */
char *anonymous_pages(unsigned long pages, int byte);

/* A mapping that is not locked into memory, as the rest of the program is. The caller unmaps it. */
char *map_unlocked(unsigned long length, int flags, int fd);

void punch_hole(int fd, unsigned long offset, unsigned long length);

/* The 512-byte blocks of a file; the blocks in use in its file system, of a page each. */
unsigned long blocks_of(int fd);
unsigned long blocks_in_use(int fd);

#endif /* FILE_H */
