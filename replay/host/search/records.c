// SPDX-License-Identifier: GPL-2.0
#include <errno.h>
#include <search.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "history.h"
#include "records.h"
#include "util.h"

struct known {
	char *choices, *record;
};

static void *all_known; /* a tree of them */

static const char *state_path;
static FILE *state_file;

static int by_choices(const void *one, const void *other)
{
	const struct known *a = one, *b = other;

	return strcmp(a->choices, b->choices);
}

static const struct known *find(const char *choices)
{
	const struct known wanted = { .choices = (char *)choices };
	struct known **found = tfind(&wanted, &all_known, by_choices);

	return found ? *found : NULL;
}

static void remember(const char *choices, const char *record)
{
	struct known *new;

	if (find(choices))
		return;
	new = more(NULL, sizeof(*new));
	*new = (struct known){ copy_of(choices), copy_of(record) };
	if (!tsearch(new, &all_known, by_choices))
		die("memory is used up");
}

/*
 * Returns where the last whole record ends: if the writer of the file was killed, the last record
 * may be cut off.
 */
static long read_file(FILE *file, const char *what)
{
	char line[sizeof("explored ") + WHAT_MAX], *choices, *record;
	size_t length;
	long end = 0;

	if (!fgets(line, sizeof(line), file)) {
		if (ferror(file))
			die("cannot read a file of --known or --state: %s", strerror(errno));
		return 0;
	}
	if (strncmp(line, "explored ", 9) || strcmp(line + 9, what))
		die("a file of --known or --state is of other executions: it says '%s', and these are '%s'",
		    strtok(line, "\n"), strtok(copy_of(what), "\n"));
	end = ftell(file);
	while (fgets(line, sizeof(line), file)) {
		choices = NULL;
		if (sscanf(line, "o %zu -%ms", &length, &choices) < 1)
			break;
		record = more(NULL, length + 1);
		if (fread(record, 1, length, file) == length) {
			record[length] = '\0';
			remember(choices ?: "", record);
			end = ftell(file);
		}
		free(choices);
		free(record);
	}
	return end;
}

/**
 * records_read() - read the records of another exploration
 * @path: its state file
 * @what: describes what is explored, in a line; a file with another line ends in die()
 */
void records_read(const char *path, const char *what)
{
	FILE *file = opened(path, "r");

	read_file(file, what);
	fclose(file);
}

/**
 * records_open() - read the records of the state file, and append new ones to it
 * @path: the state file, which need not exist; the string must live until records_close()
 * @what: as of records_read()
 */
void records_open(const char *path, const char *what)
{
	state_path = path;
	state_file = opened(path, "a+");
	rewind(state_file);
	if (ftruncate(fileno(state_file), read_file(state_file, what)))
		die("cannot write %s: %s", path, strerror(errno));
	fseek(state_file, 0, SEEK_END);
	if (!ftell(state_file))
		fprintf(state_file, "explored %s", what);
}

/**
 * records_write() - write the record of an execution to the state file, if there is one
 * @choices: its prefix
 * @record: what the guest sent
 *
 * A full disk ends in die(). records_find() does not find this record; it need not, since the frontier
 * gives no execution twice.
 */
void records_write(const char *choices, const struct text *record)
{
	if (state_file &&
	    fprintf(state_file, "o %zu -%s\n%s", record->length, choices, record->bytes) < 0)
		die("cannot write %s: %s", state_path, strerror(errno));
}

/**
 * records_close() - close the state file; if it lacks anything, that ends in die()
 */
void records_close(void)
{
	if (state_file && fclose(state_file))
		die("cannot write %s: %s", state_path, strerror(errno));
}

/**
 * records_find() - the record of an execution that was run before
 * @choices: its prefix
 *
 * Return: what the guest sent; NULL if there is no record.
 */
const char *records_find(const char *choices)
{
	const struct known *known = find(choices);

	return known ? known->record : NULL;
}
