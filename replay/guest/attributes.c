// SPDX-License-Identifier: GPL-2.0
#include "attributes.h"
#include "scenario.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/mount.h>
#include <sys/stat.h>
#include <unistd.h>

void put_text(const char *path, const char *text)
{
	int len = strlen(text);
	int fd = open(path, O_WRONLY);

	if (fd < 0 || write(fd, text, len) != len)
		broken("cannot write '%s' to %s", text, path);
	close(fd);
}

void put_number(const char *path, unsigned long value)
{
	char text[32];

	snprintf(text, sizeof(text), "%lu", value);
	put_text(path, text);
}

void make_dir(const char *path)
{
	if (mkdir(path, 0755) && errno != EEXIST)
		broken("cannot make the directory %s", path);
}

void mount_type(const char *type, const char *path, const char *options)
{
	int error = mount(type, path, type, 0, options);

	if (error && errno == ENOENT) {
		make_dir(path);
		error = mount(type, path, type, 0, options);
	}
	if (error && errno != EBUSY)
		broken("cannot mount %s at %s", type, path);
}
