/* SPDX-License-Identifier: GPL-2.0 */
/*
 * By what the kernel is set up: files of procfs, sysfs, configfs and control groups, and where those are
 * mounted. All of this is BROKEN where it fails.
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
