/* SPDX-License-Identifier: GPL-2.0 */
/*
 * Files of sysfs, configfs and proc that set drivers up, and the nodes of devices. Each function here
 * ends the run as BROKEN if it fails. A scenario that includes none of the headers of this folder has
 * nothing of them in its guest.
 */
#ifndef DEVICE_H
#define DEVICE_H

#include <stdbool.h>
#include <stddef.h>

#define CONFIGFS "/sys/kernel/config"

/* Its first line, without the end of that. */
void read_file(const char *path, char *text, size_t size);
/* Until its first line is, or begins with, this; a device may come later than what makes it. */
void wait_for_line(const char *path, const char *begin);

/* The node of /sys/class/NAME, or of any other directory of sysfs that has a file dev. */
void make_node(const char *node, const char *name);
/* The same, opened: open_device("misc/fuse", O_RDWR). */
int open_device(const char *name, int flags);

/* The network device lo, which all that goes over loopback needs. */
void loopback_up(void);

/* A thread that runs beside the actors, and is none: what plays a device or a server. */
void play(void *(*part)(void *), void *of);

#endif /* DEVICE_H */
