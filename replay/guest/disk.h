/* SPDX-License-Identifier: GPL-2.0 */
/* A disk in the guest's memory: a null_blk that keeps what is written to it. */
#ifndef DISK_H
#define DISK_H

#include <stdbool.h>

/*
 * Make a disk with sectors of @sector bytes, and its device node at the path @node. Each request
 * takes @completion_ns of virtual time; 0: it completes at once.
 */
void make_disk(const char *name, const char *node, unsigned long mib, unsigned long sector,
	       unsigned long completion_ns);
void remove_disk(const char *name, const char *node);

/* The path in sysfs of a file of a disk that make_disk() made. */
const char *disk_file(const char *node, const char *file);

#endif /* DISK_H */
