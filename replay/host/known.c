// SPDX-License-Identifier: GPL-2.0
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "history.h"
#include "known.h"
#include "util.h"

static struct known {
	char *choices, *record;
} * known;
static size_t nr_known, known_slots;

static const char *state_path;
static FILE *state_file;

static struct known *slot_of(const char *choices)
{
	size_t slot = hash(choices) % known_slots;

	while (known[slot].choices && strcmp(known[slot].choices, choices))
		slot = (slot + 1) % known_slots;
	return &known[slot];
}

static void remember(const char *choices, const char *record)
{
	struct known *old = known, *slot;
	size_t slots = known_slots;

	if (2 * (nr_known + 1) > known_slots) {
		known_slots = slots ? 2 * slots : 1024;
		known = more(NULL, known_slots * sizeof(*known));
		memset(known, 0, known_slots * sizeof(*known));
		for (size_t i = 0; i < slots; i++)
			if (old[i].choices)
				*slot_of(old[i].choices) = old[i];
		free(old);
	}
	slot = slot_of(choices);
	if (slot->choices)
		return;
	slot->choices = copy_of(choices);
	slot->record = copy_of(record);
	nr_known++;
}

/*
 * Returns where the last record that is whole ends: a file that was being written when its
 * writer was killed may lack an end.
 */
static long read_records(FILE *file, const char *what)
{
	char choices[CHOICES_MAX + 2], line[sizeof("explored ") + WHAT_MAX], *record;
	size_t length;
	long end = 0;

	if (!fgets(line, sizeof(line), file)) {
		if (ferror(file))
			die("cannot read what is known: %s", strerror(errno));
		return 0;
	}
	if (strncmp(line, "explored ", 9) || strcmp(line + 9, what))
		die("a file of what is known is of other orders: it says '%s', and these are '%s'",
		    strtok(line, "\n"), strtok(copy_of(what), "\n"));
	end = ftell(file);
	while (fgets(line, sizeof(line), file)) {
		choices[0] = '\0';
		if (sscanf(line, "o %zu -%1025s", &length, choices) < 1)
			break;
		record = more(NULL, length + 1);
		if (fread(record, 1, length, file) == length) {
			record[length] = '\0';
			remember(choices, record);
			end = ftell(file);
		}
		free(record);
	}
	return end;
}

/**
 * known_read() - what others have done is known
 * @path: their state file
 * @what: is explored, a line; a file of something else ends in die()
 */
void known_read(const char *path, const char *what)
{
	FILE *file = opened(path, "r");

	read_records(file, what);
	fclose(file);
}

/**
 * known_open() - what was done is known, and what will be is written behind it
 * @path: the state file, which need not exist; it has to stay until known_close()
 * @what: as of known_read()
 */
void known_open(const char *path, const char *what)
{
	state_path = path;
	state_file = opened(path, "a+");
	rewind(state_file);
	if (ftruncate(fileno(state_file), read_records(state_file, what)))
		die("cannot write %s: %s", path, strerror(errno));
	fseek(state_file, 0, SEEK_END);
	if (!ftell(state_file))
		fprintf(state_file, "explored %s", what);
}

/**
 * known_write() - an order has been run
 * @choices: as it was given
 * @record: what the guest has handed back
 *
 * Nothing is written where there is no state file, and a full disk ends in die().
 * known_record() does not find it: no order of a bound is given twice.
 */
void known_write(const char *choices, const struct text *record)
{
	if (state_file &&
	    fprintf(state_file, "o %zu -%s\n%s", record->length, choices, record->bytes) < 0)
		die("cannot write %s: %s", state_path, strerror(errno));
}

/**
 * known_close() - the state file has everything, or that ends in die()
 */
void known_close(void)
{
	if (state_file && fclose(state_file))
		die("cannot write %s: %s", state_path, strerror(errno));
}

/**
 * known_record() - what came of an order
 * @choices: as it was given
 *
 * Return: what the guest handed back; NULL where it is not known.
 */
const char *known_record(const char *choices)
{
	return nr_known ? slot_of(choices)->record : NULL;
}
