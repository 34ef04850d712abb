// SPDX-License-Identifier: GPL-2.0
#include <errno.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "util.h"

/* Whose messages they are. */
const char *program_name = "uml-replay explore";

/**
 * die() - say on standard error what is wrong, and exit with BROKEN
 * @fmt: as of printf(), without a new line
 */
_Noreturn void die(const char *fmt, ...)
{
	va_list args;

	fprintf(stderr, "%s: ", program_name);
	va_start(args, fmt);
	vfprintf(stderr, fmt, args);
	va_end(args);
	fputc('\n', stderr);
	exit(BROKEN);
}

/**
 * more() - realloc(), which never fails
 * @old: what there was, or NULL
 * @size: in bytes
 *
 * Return: never NULL; want of memory ends in die(). What is behind @old's end is not cleared.
 */
void *more(void *old, size_t size)
{
	void *memory = realloc(old, size);

	if (!memory)
		die("memory is used up");
	return memory;
}

/**
 * opened() - open a file
 * @path: its name
 * @mode: as of fopen()
 *
 * Return: never NULL; what cannot be opened ends in die().
 */
FILE *opened(const char *path, const char *mode)
{
	FILE *file = fopen(path, mode);

	if (!file)
		die("cannot open %s: %s", path, strerror(errno));
	return file;
}

/**
 * closed() - close a file that was written
 * @file: which
 * @path: its name
 *
 * What could not be written ends in die().
 */
void closed(FILE *file, const char *path)
{
	if (ferror(file) | fclose(file))
		die("cannot write %s: %s", path, strerror(errno));
}

/**
 * seconds() - the time
 *
 * Return: seconds since some moment in the past, and never less than before.
 */
double seconds(void)
{
	struct timespec now;

	clock_gettime(CLOCK_MONOTONIC, &now);
	return now.tv_sec + now.tv_nsec / 1e9;
}

/* What a noun has behind it, where there are so many. */
const char *plural(unsigned long nr)
{
	return nr == 1 ? "" : "s";
}

/**
 * hash() - hash a text
 * @text: which
 *
 * Return: FNV-1a, 64 bits.
 */
unsigned long hash(const char *text)
{
	unsigned long sum = 14695981039346656037UL;

	while (*text)
		sum = (sum ^ (unsigned char)*text++) * 1099511628211UL;
	return sum;
}

/**
 * mixed() - mix a value into a hash, in which the order matters
 * @sum: of those before
 * @value: the next
 *
 * Return: the sum of both.
 */
unsigned long mixed(unsigned long sum, unsigned long value)
{
	sum = (sum ^ value) * 0x9e3779b97f4a7c15UL;
	return sum ^ sum >> 32;
}
