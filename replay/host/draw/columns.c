// SPDX-License-Identifier: GPL-2.0
#include <stdlib.h>
#include <string.h>

#include "columns.h"
#include "util.h"

#define INDENT 4
#define WIDTH 71 /* without the indent: a commit message has 75 */

struct column {
	const char *name;
	int need; /* how far its rows reach */
	int deep; /* how far in its innermost row begins */
	int most; /* as far to the right as it may begin */
	int start;
};

struct columns {
	struct text *out;
	const struct rows *rows;
	int unit, cap; /* blanks a level; the levels that are told from one another */
	struct column *columns;
	int nr;
};

static struct column *column_of(const struct columns *columns, const struct row *row)
{
	for (int i = 0; i < columns->nr; i++)
		if (!strcmp(columns->columns[i].name, row->actor))
			return &columns->columns[i];
	return NULL;
}

static void find_columns(struct columns *columns)
{
	for (unsigned int i = 0; i < columns->rows->nr; i++) {
		const struct row *row = &columns->rows->rows[i];

		if (row->level > columns->cap)
			columns->cap = row->level;
		if (!strcmp(row->actor, "-") || column_of(columns, row))
			continue;
		columns->columns =
			more(columns->columns, (columns->nr + 1) * sizeof(*columns->columns));
		columns->columns[columns->nr++] = (struct column){ .name = row->actor };
	}
}

static int indent(const struct columns *columns, const struct row *row)
{
	return min(row->level, columns->cap) * columns->unit;
}

static void measure(struct columns *columns)
{
	for (int i = 0; i < columns->nr; i++) {
		columns->columns[i].need = width_of(columns->columns[i].name);
		columns->columns[i].deep = 0;
	}
	for (unsigned int i = 0; i < columns->rows->nr; i++) {
		const struct row *row = &columns->rows->rows[i];
		struct column *column = column_of(columns, row);
		int at = indent(columns, row);

		if (!column)
			continue;
		column->need = max(column->need, at + width_of(row->text));
		column->deep = max(column->deep, at);
	}
}

/*
 * A row is alone on its line, so it may reach over the columns behind its own; where it
 * begins tells whose it is. Returns whether the columns fit so.
 */
static bool fit(struct columns *columns)
{
	struct column *column = columns->columns;

	measure(columns);
	for (int i = columns->nr; i-- > 0;) {
		column[i].most = WIDTH - column[i].need;
		if (i + 1 < columns->nr) {
			int gap = max(width_of(column[i].name), column[i].deep) + 2;

			column[i].most = min(column[i].most, column[i + 1].most - gap);
		}
	}
	for (int i = 0; i < columns->nr; i++)
		column[i].start =
			i ? min(column[i - 1].start + column[i - 1].need + 3, column[i].most) : 0;
	return !columns->nr || column[0].most >= 0;
}

/* Where they do not fit, deep levels are one; then each column has the same room. */
static void force_to_fit(struct columns *columns)
{
	while (!fit(columns)) {
		if (!columns->cap) {
			for (int i = 0; i < columns->nr; i++)
				columns->columns[i].start = i * (WIDTH / columns->nr);
			return;
		}
		columns->cap--;
	}
}

static void begin_line(const struct columns *columns, char mark, int at)
{
	append_repeated(columns->out, mark ? mark : ' ', 1);
	append_repeated(columns->out, ' ', INDENT - 1 + at);
}

static void draw_head(const struct columns *columns)
{
	struct text head = {}, rule = {};

	if (!columns->nr)
		return;
	for (int i = 0; i < columns->nr; i++) {
		const struct column *column = &columns->columns[i];
		int end = i + 1 < columns->nr ? column[1].start - 2 : WIDTH;
		int room = end - column->start;

		append_repeated(&head, ' ', column->start - width_of(head.bytes ? head.bytes : ""));
		append_cut(&head, column->name, room);
		append_repeated(&rule, ' ', column->start - (int)rule.length);
		append_repeated(&rule, '-', min(room, max(4, width_of(column->name))));
	}
	begin_line(columns, 0, 0);
	append(columns->out, "%s\n", head.bytes);
	begin_line(columns, 0, 0);
	append(columns->out, "%s\n", rule.bytes);
	free(head.bytes);
	free(rule.bytes);
}

static void draw_below(const struct columns *columns, const struct row *row, int at,
		       const char *line)
{
	int width = width_of(line);

	begin_line(columns, row->mark, at + width > WIDTH ? WIDTH - width : at);
	append_string(columns->out, line);
	append_string(columns->out, "\n");
}

/* Below the row, as far to the right as it fits; the words of it in as many lines as it takes. */
static void draw_remarks_below(const struct columns *columns, const struct row *row, int at,
			       char *remarks)
{
	const struct column *column = column_of(columns, row);
	int room = WIDTH - (column ? column->start : 0);
	struct text line = {};
	char *word, *rest = remarks;

	while ((word = strsep(&rest, " "))) {
		if (!*word)
			continue;
		if (line.length && width_of(line.bytes) + 1 + width_of(word) > room) {
			draw_below(columns, row, at, line.bytes);
			clear(&line);
			append_string(&line, "  ");
		}
		append_string(&line, line.length ? " " : "");
		append_string(&line, word);
	}
	draw_below(columns, row, at, line.bytes);
	free(line.bytes);
}

static char *remarks_of(const struct row *row)
{
	struct text text = {};

	append_string(&text, "<- ");
	for (const char *c = row->remarks; *c; c++)
		append_bytes(&text, *c == ';' ? ", " : c, *c == ';' ? 2 : 1);
	return text.bytes;
}

static void draw_row(const struct columns *columns, const struct row *row)
{
	const struct column *column = column_of(columns, row);
	int at = column ? column->start + indent(columns, row) : 0;
	int end = min(WIDTH, at + width_of(row->text));
	char *remarks = *row->remarks ? remarks_of(row) : NULL;

	begin_line(columns, row->mark, at);
	append_cut(columns->out, row->text, WIDTH - at);
	if (remarks && end + 2 + width_of(remarks) <= WIDTH) {
		append_string(columns->out, "  ");
		append_string(columns->out, remarks);
		free(remarks);
		remarks = NULL;
	}
	append_string(columns->out, "\n");
	if (remarks)
		draw_remarks_below(columns, row, at, remarks);
	free(remarks);
}

/* One column an actor; @unit: blanks for each level of indentation; @force: cut what does not fit. */
static bool columns_draw(struct text *out, const struct rows *rows, int unit, bool force)
{
	struct columns columns = { .out = out, .rows = rows, .unit = unit };
	bool fits;

	find_columns(&columns);
	fits = fit(&columns);
	if (!fits && force)
		force_to_fit(&columns);
	if (fits || force) {
		draw_head(&columns);
		for (unsigned int i = 0; i < rows->nr; i++)
			draw_row(&columns, &rows->rows[i]);
	}
	free(columns.columns);
	return fits || force;
}

/**
 * columns_fit() - draw as much of the way to each point as there is room for
 * @out: where it goes
 * @rows: those that were drawn
 * @rows_with: makes them
 * @of_what: is for @rows_with
 */
void columns_fit(struct text *out, struct rows *rows, columns_rows *rows_with, void *of_what)
{
	static const struct {
		int path, unit;
	} tries[] = { { 4, 2 }, { 3, 2 }, { 2, 2 }, { 1, 2 }, { 1, 1 } };

	for (unsigned int i = 0; i < ARRAY_SIZE(tries); i++) {
		bool last = i + 1 == ARRAY_SIZE(tries);

		rows_with(rows, tries[i].path, of_what);
		if (columns_draw(out, rows, tries[i].unit, last))
			return;
		rows_free(rows);
	}
}
