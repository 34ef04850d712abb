// SPDX-License-Identifier: GPL-2.0
#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "file.h"
#include "text.h"
#include "util.h"

/**
 * file_read() - all that is in a file
 * @path: its name
 * @length: where its length goes; NULL where nobody asks
 *
 * Return: its bytes, with a zero byte behind them, which are the caller's; NULL, with errno,
 * where it cannot be read.
 */
char *file_read(const char *path, size_t *length)
{
	struct text text = {};
	ssize_t n = -1;
	int fd = open(path, O_RDONLY | O_CLOEXEC);
	struct stat stat;

	if (fd < 0)
		return NULL;
	if (!fstat(fd, &stat))
		reserve(&text, stat.st_size + 2);
	do {
		reserve(&text, text.length + 4096);
		n = read(fd, text.bytes + text.length, text.size - text.length - 1);
		if (n > 0)
			text.length += n;
	} while (n > 0);
	close(fd);
	text.bytes[text.length] = '\0';
	if (length)
		*length = text.length;
	return n < 0 ? NULL : text.bytes;
}

/**
 * file_need() - all that is in a file which has to be there
 * @path: its name
 * @what: it is, for a message: "the trace"
 * @length: as of file_read()
 *
 * Return: as file_read(), and never NULL: what cannot be read ends in die().
 */
char *file_need(const char *path, const char *what, size_t *length)
{
	char *bytes = file_read(path, length);

	if (!bytes)
		die("cannot read %s '%s': %s", what, path, strerror(errno));
	return bytes;
}

/**
 * next_line() - cut a line off a text
 * @rest: where the text goes on; moved behind the line
 *
 * Return: the line without its end, or NULL behind the last. An empty rest is no line.
 */
char *next_line(char **rest)
{
	char *line = *rest;

	if (!line || !*line)
		return NULL;
	strsep(rest, "\n");
	return line;
}

/**
 * path_in() - the name of a file in a directory
 * @directory: which
 * @name: of the file
 *
 * Return: both with a '/', which is the caller's.
 */
char *path_in(const char *directory, const char *name)
{
	struct text path = {};

	append_string(&path, directory);
	append_string(&path, "/");
	append_string(&path, name);
	return path.bytes;
}

/**
 * after() - what follows a prefix
 * @text: that may begin with it
 * @prefix: which
 *
 * Return: the text behind it, or NULL where @text begins with something else.
 */
const char *after(const char *text, const char *prefix)
{
	size_t length = strlen(prefix);

	return strncmp(text, prefix, length) ? NULL : text + length;
}
