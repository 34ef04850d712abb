// SPDX-License-Identifier: GPL-2.0
/*
 * Keep the longest common subsequence of both runs. Where they part, the rows of A come first,
 * then those of B.
 */
#include <stdlib.h>
#include <string.h>

#include "file.h"
#include "merge.h"
#include "util.h"

#define COMPARED_MAX (1UL << 28) /* pairs of rows, four bytes each */

/**
 * aliases_read() - read which functions have had several names
 * @aliases: where they go
 * @path: of a file with the names of one function on each line; '#' begins a comment
 */
void aliases_read(struct aliases *aliases, const char *path)
{
	char *line, *rest;

	*aliases = (struct aliases){ .bytes = file_need(path, "the names of functions", NULL) };
	rest = aliases->bytes;
	while ((line = next_line(&rest))) {
		const char *first = strsep(&line, " "), *name;

		while (*first != '#' && (name = strsep(&line, " "))) {
			aliases->aliases = more(aliases->aliases,
						(aliases->nr + 1) * sizeof(*aliases->aliases));
			aliases->aliases[aliases->nr++] = (struct alias){ name, first };
		}
	}
}

/* By the first of its names, where it is a function that has several. */
static char *text_of(const struct row *row, const struct aliases *aliases)
{
	struct text text = {};
	size_t length = strlen(row->text);

	if (length < 2 || strcmp(row->text + length - 2, "()"))
		return copy_of(row->text);
	for (unsigned int i = 0; i < aliases->nr; i++) {
		const struct alias *alias = &aliases->aliases[i];

		if (strlen(alias->name) == length - 2 &&
		    !memcmp(alias->name, row->text, length - 2)) {
			append(&text, "%s()", alias->first);
			return text.bytes;
		}
	}
	return copy_of(row->text);
}

/* What is the same in rows that are the same, as one string for each row. */
static char **keys_of(const struct rows *rows, const struct aliases *aliases)
{
	char **keys = more(NULL, (rows->nr + 1) * sizeof(*keys));

	for (unsigned int i = 0; i < rows->nr; i++) {
		const struct row *row = &rows->rows[i];
		char *text = text_of(row, aliases);
		struct text key = {};

		append_string(&key, row->actor);
		append_string(&key, "\t");
		append_string(&key, text);
		append_string(&key, "\t");
		append_string(&key, row->remarks);
		keys[i] = key.bytes;
		free(text);
	}
	return keys;
}

static void keys_free(char **keys, unsigned int nr)
{
	while (nr)
		free(keys[--nr]);
	free(keys);
}

struct merge {
	struct rows *rows, *a, *b;
	char **keys_a, **keys_b;
	unsigned int i, j; /* up to these they are merged */
	unsigned int parted; /* row of A: behind it, pairs are compared */
	unsigned int *same; /* the length of the longest common way behind each pair of rows */
};

static bool is_same(const struct merge *merge, unsigned int i, unsigned int j)
{
	return !strcmp(merge->keys_a[i], merge->keys_b[j]);
}

static void take(struct merge *merge, struct row *row, char mark)
{
	struct row taken = *row;

	taken.mark = mark;
	rows_add(merge->rows, &taken);
	row->text = row->remarks = NULL;
}

static void take_both(struct merge *merge)
{
	take(merge, &merge->a->rows[merge->i++], 0);
	merge->j++;
}

static unsigned int *same_from(const struct merge *merge, unsigned int i, unsigned int j)
{
	return &merge->same[(size_t)(i - merge->parted) * (merge->b->nr + 1) + j];
}

/* Behind the last row of either, nothing is the same. */
static void measure(struct merge *merge)
{
	unsigned int i, j;
	size_t rows = (merge->a->nr + 1 - merge->i), pairs = rows * (merge->b->nr + 1);

	if (pairs > COMPARED_MAX)
		die("behind row %u the runs are not the same, and too long to be compared: %u and %u rows; leave out --full",
		    merge->i, merge->a->nr, merge->b->nr);
	merge->same = more(NULL, pairs * sizeof(*merge->same));
	merge->parted = merge->i;
	for (i = merge->a->nr + 1; i-- > merge->i;)
		for (j = merge->b->nr + 1; j-- > merge->j;)
			if (i == merge->a->nr || j == merge->b->nr)
				*same_from(merge, i, j) = 0;
			else if (is_same(merge, i, j))
				*same_from(merge, i, j) = *same_from(merge, i + 1, j + 1) + 1;
			else
				*same_from(merge, i, j) = max(*same_from(merge, i + 1, j),
							      *same_from(merge, i, j + 1));
}

static void take_rest(struct merge *merge)
{
	unsigned int a = merge->a->nr, b = merge->b->nr;

	while (merge->i < a || merge->j < b) {
		unsigned int i = merge->i, j = merge->j;

		if (i < a && j < b && is_same(merge, i, j))
			take_both(merge);
		else if (i < a &&
			 (j == b || *same_from(merge, i + 1, j) >= *same_from(merge, i, j + 1)))
			take(merge, &merge->a->rows[merge->i++], 'A');
		else
			take(merge, &merge->b->rows[merge->j++], 'B');
	}
}

/**
 * rows_merge() - the rows of two runs in one diagram
 * @rows: where they go; each that only one has is marked by 'A' or 'B'
 * @a: of the one; they are gone afterwards
 * @b: of the other, likewise
 * @aliases: functions that are the same
 */
void rows_merge(struct rows *rows, struct rows *a, struct rows *b, const struct aliases *aliases)
{
	struct merge merge = { .rows = rows, .a = a, .b = b };

	*rows = (struct rows){};
	merge.keys_a = keys_of(a, aliases);
	merge.keys_b = keys_of(b, aliases);
	while (merge.i < a->nr && merge.j < b->nr && is_same(&merge, merge.i, merge.j))
		take_both(&merge);
	measure(&merge);
	take_rest(&merge);
	free(merge.same);
	keys_free(merge.keys_a, a->nr);
	keys_free(merge.keys_b, b->nr);
	rows_free(a);
	rows_free(b);
}
