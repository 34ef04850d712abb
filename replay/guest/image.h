/* SPDX-License-Identifier: GPL-2.0 */
/* Images of file systems, which the scenario's folder describes in its file image. */
#ifndef IMAGE_H
#define IMAGE_H

/*
 * The image is the disk /dev/NAME, in the memory of the guest. What is written there, or read, takes
 * @completion_ns of the guest's time a request; 0: it is over at once.
 */
void image_disk(const char *name, unsigned long completion_ns);

/*
 * The same, and it is mounted at @dir, which is made where it is not there. @options are those of the file
 * system, or NULL. It is unmounted when the scenario's own checks are over, unless
 * somebody still uses it.
 */
void mount_image(const char *name, const char *dir, const char *options,
		 unsigned long completion_ns);

#endif /* IMAGE_H */
