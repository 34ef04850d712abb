/* SPDX-License-Identifier: GPL-2.0 */
/*
 * Files of sysfs, configfs and procfs that set up a driver, and device nodes. Each function here
 * ends the run as BROKEN if it fails. A scenario that includes no header of this folder gets none
 * of this code in its guest.
 */
#ifndef DEVICE_H
#define DEVICE_H

#include <stdbool.h>
#include <stddef.h>

#define CONFIGFS "/sys/kernel/config"

/* Reads the first line, without its new line. */
void read_file(const char *path, char *text, size_t size);
/*
 * Waits until the first line begins with @begin: a device may appear later than the call that makes
 * it.
 */
void wait_for_line(const char *path, const char *begin);

/* Makes the device node of /sys/class/NAME, or of any other sysfs directory with a file 'dev'. */
void make_node(const char *node, const char *name);
/* Makes such a node and opens it: open_device("misc/fuse", O_RDWR). */
int open_device(const char *name, int flags);

/* Brings up the network device lo, which loopback connections need. */
void loopback_up(void);

/* Starts a thread that is no actor, and plays a device or a server. */
void play(void *(*part)(void *), void *of);

#endif /* DEVICE_H */
