/* SPDX-License-Identifier: GPL-2.0 */
/* A file in tmpfs, and memory that is mapped. */
#ifndef FILE_H
#define FILE_H

#define PAGE 4096UL

/* Of the tmpfs that tmpfs_file() mounts; NULL: none. */
extern const char *tmpfs_options;

/* A file in a tmpfs of its own, its pages filled with @byte; returns its descriptor. */
int tmpfs_file(unsigned long pages, int byte);

/* All of a file, shared. */
char *map_file(int fd);

/* Memory of no file, filled with @byte. */
char *anonymous_pages(unsigned long pages, int byte);

/* What mmap() gives, and not locked into memory where the rest of the program is; whoever asks unmaps it. */
char *map_unlocked(unsigned long length, int flags, int fd);

void punch_hole(int fd, unsigned long offset, unsigned long length);

/* 512-byte blocks that a file has; blocks in use in its file system, of a page each. */
unsigned long blocks_of(int fd);
unsigned long blocks_in_use(int fd);

#endif /* FILE_H */
