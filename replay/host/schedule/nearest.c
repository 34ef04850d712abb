// SPDX-License-Identifier: GPL-2.0
/* Find the existing name that is nearest to a misspelt one. */
#include <stdlib.h>
#include <string.h>

#include "file.h"
#include "nearest.h"
#include "util.h"

#define LENGTH_MAX 64 /* what is longer is near to nothing */

/**
 * names_add() - add a name
 * @names: where
 * @name: it stays the caller's
 */
void names_add(struct names *names, const char *name)
{
	names->names = more(names->names, (names->nr + 1) * sizeof(*names->names));
	names->names[names->nr++] = name;
}

/**
 * names_read() - the first word of each line of a file
 * @names: where
 * @path: of the file; one that cannot be read ends in die()
 * @what: it is, for a message
 */
void names_read(struct names *names, const char *path, const char *what)
{
	char *line, *rest = file_need(path, what, NULL);

	while ((line = next_line(&rest)))
		if (*line)
			names_add(names, strsep(&line, " "));
}

bool names_have(const struct names *names, const char *name)
{
	for (unsigned int i = 0; i < names->nr; i++)
		if (!strcmp(names->names[i], name))
			return true;
	return false;
}

/* How many letters are added, left out or others (Levenshtein 1966). */
static unsigned int distance(const char *a, const char *b)
{
	unsigned int row[LENGTH_MAX + 1], length = strlen(b);

	if (strlen(a) > LENGTH_MAX || length > LENGTH_MAX)
		return LENGTH_MAX;
	for (unsigned int j = 0; j <= length; j++)
		row[j] = j;
	for (unsigned int i = 1; a[i - 1]; i++) {
		unsigned int diagonal = row[0];

		row[0] = i;
		for (unsigned int j = 1; j <= length; j++) {
			unsigned int other = diagonal + (a[i - 1] != b[j - 1]);

			diagonal = row[j];
			row[j] = min(other, min(row[j], row[j - 1]) + 1);
		}
	}
	return row[length];
}

/**
 * names_nearest_within() - the name nearest to a word, within a distance
 * @names: those that there are
 * @name: what was written
 * @most: of its letters that may differ
 *
 * Return: the nearest; NULL where there is none.
 */
const char *names_nearest_within(const struct names *names, const char *name, unsigned int most)
{
	unsigned int best = most + 1;
	const char *nearest = NULL;

	for (unsigned int i = 0; i < names->nr; i++) {
		unsigned int far = distance(name, names->names[i]);

		if (far < best) {
			best = far;
			nearest = names->names[i];
		}
	}
	return nearest;
}

/**
 * names_nearest() - the name nearest to a word
 * @names: those that there are
 * @name: what was written
 *
 * Return: the nearest, where no more than a third of it differs; NULL otherwise.
 */
const char *names_nearest(const struct names *names, const char *name)
{
	return names_nearest_within(names, name, max(strlen(name) / 3, 1));
}
