// SPDX-License-Identifier: GPL-2.0
#define _GNU_SOURCE
#include "tracefs.h"
#include "attributes.h"
#include "scenario.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/mount.h>
#include <unistd.h>

static void undo(void)
{
	if (umount(TRACEFS))
		broken("cannot unmount " TRACEFS);
}

void mount_tracefs(void)
{
	if (access(TRACEFS, F_OK))
		broken("there is no " TRACEFS
		       "; the kernel has to have CONFIG_FTRACE, and what is traced");
	mount_type("tracefs", TRACEFS, NULL);
	at_end(undo);
}

int tell_tracefs(const char *file, const char *text)
{
	char path[128];
	int fd, error = 0;

	snprintf(path, sizeof(path), TRACEFS "/%s", file);
	fd = open(path, O_WRONLY | O_APPEND);
	if (fd < 0)
		broken("cannot open %s", path);
	if (write(fd, text, strlen(text)) < 0)
		error = -errno;
	close(fd);
	return error;
}

void trace_event(const char *event, bool on)
{
	char file[128];

	snprintf(file, sizeof(file), TRACEFS "/events/%s", event);
	if (access(file, F_OK))
		broken("the kernel has no event '%s'", event);
	snprintf(file, sizeof(file), "events/%s/enable", event);
	errno = -tell_tracefs(file, on ? "1" : "0");
	if (errno)
		broken("the event '%s' is not traced", event);
}

bool traced(const char *text)
{
	FILE *trace = fopen(TRACEFS "/trace", "r");
	char line[512];
	bool found = false;

	if (!trace)
		broken("cannot read " TRACEFS "/trace");
	while (!found && fgets(line, sizeof(line), trace))
		found = strstr(line, text);
	fclose(trace);
	return found;
}
