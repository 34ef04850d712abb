/* SPDX-License-Identifier: GPL-2.0 */
/* A disk that is in the memory of the guest: a null_blk that keeps what is written to it. */
#ifndef DISK_H
#define DISK_H

#include <stdbool.h>

/*
 * The node of a new disk, whose sectors are so many bytes, at a path of its own. Each request takes so many ns of
 * the guest's time; 0: it is over at once.
 */
void make_disk(const char *name, const char *node, unsigned long mib, unsigned long sector,
	       unsigned long completion_ns);
void remove_disk(const char *name, const char *node);

/* Where the kernel has a disk of make_disk() in sysfs: a file of that folder. */
const char *disk_file(const char *node, const char *file);

#endif /* DISK_H */
