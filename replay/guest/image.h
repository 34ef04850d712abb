/* SPDX-License-Identifier: GPL-2.0 */
/* File-system images, which the scenario's folder describes in its file 'image'. */
#ifndef IMAGE_H
#define IMAGE_H

/*
 * Make the image the disk /dev/NAME, in the guest's memory. Each request takes @completion_ns of
 * virtual time; 0: it completes at once.
 */
void image_disk(const char *name, unsigned long completion_ns);

/*
 * The same, and mount it at @dir, which is created if needed. @options are those of the file
 * system, or NULL. After the scenario's own checks it is unmounted, unless somebody still uses it.
 */
void mount_image(const char *name, const char *dir, const char *options,
		 unsigned long completion_ns);

#endif /* IMAGE_H */
