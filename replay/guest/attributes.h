/* SPDX-License-Identifier: GPL-2.0 */
/*
 * Write the files of procfs, sysfs, configfs and control groups that configure the kernel, and
 * mount these file systems. Each function here ends the run as BROKEN if it fails.
 */
#ifndef ATTRIBUTES_H
#define ATTRIBUTES_H

/* Each writes its value by one write(). */
void put_text(const char *path, const char *text);
void put_number(const char *path, unsigned long value);

/* Succeeds if the directory exists already. mount_type() makes the directory, too. */
void make_dir(const char *path);
void mount_type(const char *type, const char *path, const char *options);

#endif /* ATTRIBUTES_H */
