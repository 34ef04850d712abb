// SPDX-License-Identifier: GPL-2.0
/* Show all scenarios on their variants of several kernels. */
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include "file.h"
#include "table.h"
#include "util.h"
#include "view.h"

struct cell_line {
	const char *scenario, *variant, *kernel, *words;
	unsigned int table; /* that it goes to, from 1 */
};

struct matrix {
	struct cell_line *lines;
	unsigned int nr;
};

static void read_cells(struct matrix *matrix, const char *path)
{
	char *line, *rest = file_need(path, "the cells", NULL);

	while ((line = next_line(&rest))) {
		struct cell_line cell = {};

		cell.scenario = strsep(&line, "\t");
		cell.variant = line ? strsep(&line, "\t") : "";
		cell.kernel = line ? strsep(&line, "\t") : "";
		cell.words = line ? line : "";
		matrix->lines = more(matrix->lines, (matrix->nr + 1) * sizeof(cell));
		matrix->lines[matrix->nr++] = cell;
	}
}

static bool has(const char *set, const char *name)
{
	size_t length = strlen(name);

	for (const char *at = set; (at = strstr(at, name)); at += length)
		if ((at == set || at[-1] == ' ') && (!at[length] || at[length] == ' '))
			return true;
	return false;
}

/* The variants of a scenario, as they come, with blanks between them. */
static char *set_of(const struct matrix *matrix, const char *scenario)
{
	struct text set = {};

	clear(&set);
	for (unsigned int i = 0; i < matrix->nr; i++) {
		const struct cell_line *line = &matrix->lines[i];

		if (strcmp(line->scenario, scenario) || has(set.bytes, line->variant))
			continue;
		append_string(&set, set.length ? " " : "");
		append_string(&set, line->variant);
	}
	return set.bytes;
}

/* Each scenario goes with the first that has the same variants. Returns how many tables. */
static unsigned int assign_tables(struct matrix *matrix)
{
	struct table tables = {}; /* a row for each set */

	for (unsigned int i = 0; i < matrix->nr; i++) {
		char *set = set_of(matrix, matrix->lines[i].scenario);

		matrix->lines[i].table = table_row(&tables, set) + 1;
		free(set);
	}
	return tables.nr_rows;
}

static bool same_cell(const struct cell_line *a, const struct cell_line *b)
{
	return !strcmp(a->scenario, b->scenario) && !strcmp(a->variant, b->variant);
}

/* Of those that say the same in this cell: was one before? And are there others? */
static bool is_first(const struct matrix *matrix, unsigned int nr)
{
	const struct cell_line *line = &matrix->lines[nr];

	for (unsigned int i = 0; i < nr; i++)
		if (same_cell(&matrix->lines[i], line) &&
		    !strcmp(matrix->lines[i].words, line->words))
			return false;
	return true;
}

static bool all_agree(const struct matrix *matrix, const struct cell_line *line)
{
	for (unsigned int i = 0; i < matrix->nr; i++)
		if (same_cell(&matrix->lines[i], line) &&
		    strcmp(matrix->lines[i].words, line->words))
			return false;
	return true;
}

/* The kernels that agree are named together. */
static void add_kernels(struct text *text, const struct matrix *matrix,
			const struct cell_line *line)
{
	const char *between = text->length ? "; " : "";

	for (unsigned int i = 0; i < matrix->nr; i++) {
		const struct cell_line *other = &matrix->lines[i];

		if (!same_cell(other, line) || strcmp(other->words, line->words))
			continue;
		append_string(text, between);
		append_string(text, other->kernel);
		between = " ";
	}
	append_string(text, ": ");
	append_string(text, line->words);
}

static char *cell_text(const struct matrix *matrix, const struct cell_line *line)
{
	struct text text = {};

	if (all_agree(matrix, line))
		return copy_of(line->words);
	for (unsigned int i = 0; i < matrix->nr; i++)
		if (same_cell(&matrix->lines[i], line) && is_first(matrix, i))
			add_kernels(&text, matrix, &matrix->lines[i]);
	return text.bytes;
}

/**
 * view_matrix() - what each scenario makes of each variant, a table for those of the same variants
 *
 * A line of the file has the fields scenario, variant, kernel and words, with tabs between them.
 */
int view_matrix(int argc, char **argv)
{
	static const struct table_style style = { .indent = "", .head = "scenario", .first = 18 };
	bool markdown = !strcmp(argv[0], "--markdown");
	struct matrix matrix = {};
	struct text out = {};
	unsigned int nr;

	read_cells(&matrix, argv[argc - 1]);
	nr = assign_tables(&matrix);
	clear(&out);
	for (unsigned int number = 1; number <= nr; number++) {
		struct table table = {};

		for (unsigned int i = 0; i < matrix.nr; i++) {
			const struct cell_line *line = &matrix.lines[i];

			if (line->table == number) {
				char *text = cell_text(&matrix, line);

				table_set(&table, table_row(&table, line->scenario),
					  table_column(&table, line->variant), text);
				free(text);
			}
		}
		append_string(&out, number > 1 ? "\n" : "");
		if (markdown)
			table_markdown(&out, &table, style.head);
		else
			table_text(&out, &table, &style);
	}
	view_print(&out);
	return AS_IT_SHOULD;
}
