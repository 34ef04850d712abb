/* SPDX-License-Identifier: GPL-2.0 */
/*
 * Files of procfs, sysfs, configfs and control groups that set the kernel up, and their mounts. Each
 * function here ends the run as BROKEN if it fails.
 */
#ifndef ATTRIBUTES_H
#define ATTRIBUTES_H

/* By one write(). */
void put_text(const char *path, const char *text);
void put_number(const char *path, unsigned long value);

/* Also where it is there already; mount_type() makes the directory, too. */
void make_dir(const char *path);
void mount_type(const char *type, const char *path, const char *options);

#endif /* ATTRIBUTES_H */
