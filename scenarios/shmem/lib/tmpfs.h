/* SPDX-License-Identifier: GPL-2.0 */
/* A file in a tmpfs of its own. */
#ifndef TMPFS_H
#define TMPFS_H

/* Mount options of the tmpfs that tmpfs_file() mounts; NULL: none. */
extern const char *tmpfs_options;

/* Makes a file in a new tmpfs, fills its pages with @byte, and returns its descriptor. */
int tmpfs_file(unsigned long pages, int byte);

/* Maps the whole file, shared. */
char *map_file(int fd);

void punch_hole(int fd, unsigned long offset, unsigned long length);

/* The 512-byte blocks of a file; the blocks in use in its file system, of a page each. */
unsigned long blocks_of(int fd);
unsigned long blocks_in_use(int fd);

#endif /* TMPFS_H */
