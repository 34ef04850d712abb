// SPDX-License-Identifier: GPL-2.0
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "rows.h"
#include "util.h"

/**
 * rows_add() - add a row
 * @rows: of what
 * @row: what it is; its texts are theirs from now on
 *
 * Return: it, until the next one is added.
 */
struct row *rows_add(struct rows *rows, const struct row *row)
{
	/* Each time that their number is a power of two, there is no room for one more. */
	if (!(rows->nr & (rows->nr - 1)))
		rows->rows = more(rows->rows, (rows->nr ? 2 * rows->nr : 1) * sizeof(*row));
	rows->rows[rows->nr] = *row;
	return &rows->rows[rows->nr++];
}

/**
 * row_remark() - add a remark to a row
 * @row: of which
 * @remark: behind what is said of it already
 */
void row_remark(struct row *row, const char *remark)
{
	struct text text = {};

	append_string(&text, row->remarks);
	if (text.length && *remark)
		append_string(&text, ";");
	append_string(&text, remark);
	free(row->remarks);
	row->remarks = text.bytes;
}

/**
 * row_held() - is the actor held there?
 * @row: where
 *
 * Return: true where that is the last remark.
 */
bool row_held(const struct row *row)
{
	const char *last = strrchr(row->remarks, ';');

	return !strcmp(last ? last + 1 : row->remarks, "held");
}

/**
 * rows_print() - print rows for other programs, with tabs between their fields
 * @rows: which
 *
 * The fields: the line of the trace, the actor, the level, what it is (call, point, state or
 * fold), the text, and the remarks with ';'.
 */
void rows_print(const struct rows *rows)
{
	static const char *const kinds[] = { "call", "point", "state", "fold" };

	for (unsigned int i = 0; i < rows->nr; i++) {
		const struct row *row = &rows->rows[i];

		printf("%u\t%s\t%d\t%s\t%s\t%s\n", row->line, row->actor, row->level,
		       kinds[row->kind], row->text, row->remarks);
	}
}

/**
 * rows_free() - free rows
 * @rows: which; there are none afterwards
 */
void rows_free(struct rows *rows)
{
	for (unsigned int i = 0; i < rows->nr; i++) {
		free(rows->rows[i].text);
		free(rows->rows[i].remarks);
	}
	free(rows->rows);
	*rows = (struct rows){};
}
