// SPDX-License-Identifier: GPL-2.0
#include <stdlib.h>
#include <string.h>

#include "table.h"
#include "util.h"

static unsigned int add_name(char ***names, unsigned int *nr, const char *name)
{
	*names = more(*names, (*nr + 1) * sizeof(**names));
	(*names)[*nr] = copy_of(name);
	return (*nr)++;
}

static unsigned int index_of(char ***names, unsigned int *nr, const char *name)
{
	for (unsigned int i = 0; i < *nr; i++)
		if (!strcmp((*names)[i], name))
			return i;
	return add_name(names, nr, name);
}

/**
 * table_row() - find or add the row of a name
 * @table: which
 * @name: of a row; where it is new, it comes behind the others
 *
 * Return: its number, from 0.
 */
unsigned int table_row(struct table *table, const char *name)
{
	return index_of(&table->rows, &table->nr_rows, name);
}

/**
 * table_new_row() - add a row, also if another has the same name
 * @table: which
 * @name: of the row
 *
 * Return: its number, from 0.
 */
unsigned int table_new_row(struct table *table, const char *name)
{
	return add_name(&table->rows, &table->nr_rows, name);
}

/**
 * table_column() - find or add the column of a name
 * @table: which
 * @name: of a column; where it is new, it comes behind the others
 *
 * Return: its number, from 0.
 */
unsigned int table_column(struct table *table, const char *name)
{
	return index_of(&table->columns, &table->nr_columns, name);
}

static struct cell *cell_at(const struct table *table, unsigned int row, unsigned int column)
{
	for (unsigned int i = 0; i < table->nr_cells; i++)
		if (table->cells[i].row == row && table->cells[i].column == column)
			return &table->cells[i];
	return NULL;
}

/**
 * table_set() - fill a cell
 * @table: of which
 * @row: the number of its row
 * @column: and of its column
 * @text: what is in it from now on
 */
void table_set(struct table *table, unsigned int row, unsigned int column, const char *text)
{
	struct cell *cell = cell_at(table, row, column);

	if (!cell) {
		table->cells = more(table->cells, (table->nr_cells + 1) * sizeof(*cell));
		cell = &table->cells[table->nr_cells++];
		*cell = (struct cell){ .row = row, .column = column };
	}
	free(cell->text);
	cell->text = copy_of(text);
}

/**
 * table_get() - look at a cell
 * @table: of which
 * @row: the number of its row
 * @column: and of its column
 *
 * Return: "" where nothing is.
 */
const char *table_get(const struct table *table, unsigned int row, unsigned int column)
{
	const struct cell *cell = cell_at(table, row, column);

	return cell ? cell->text : "";
}

static int column_width(const struct table *table, unsigned int column)
{
	int width = width_of(table->columns[column]);

	for (unsigned int i = 0; i < table->nr_cells; i++)
		if (table->cells[i].column == column)
			width = max(width, width_of(table->cells[i].text));
	return width;
}

static void end_line(struct text *out)
{
	trim(out);
	append_string(out, "\n");
}

/**
 * table_text() - draw a table as text
 * @out: where it goes
 * @table: which
 * @style: how
 */
void table_text(struct text *out, const struct table *table, const struct table_style *style)
{
	int first = style->first;

	for (unsigned int r = 0; r < table->nr_rows; r++)
		first = max(first, width_of(table->rows[r]));
	append_string(out, style->indent);
	append_padded(out, style->head, first);
	for (unsigned int c = 0; c < table->nr_columns; c++) {
		append_string(out, "  ");
		append_padded(out, table->columns[c], column_width(table, c));
	}
	end_line(out);
	if (style->rule) {
		append_string(out, style->indent);
		append_repeated(out, '-', max(style->rule, first));
		for (unsigned int c = 0; c < table->nr_columns; c++) {
			append_string(out, "  ");
			append_repeated(out, '-', column_width(table, c));
		}
		end_line(out);
	}
	for (unsigned int r = 0; r < table->nr_rows; r++) {
		append_string(out, style->indent);
		append_padded(out, table->rows[r], first);
		for (unsigned int c = 0; c < table->nr_columns; c++) {
			append_string(out, "  ");
			append_padded(out, table_get(table, r, c), column_width(table, c));
		}
		end_line(out);
	}
}

static void markdown_line(struct text *out, const char *first, const struct table *table,
			  const char *(*cell)(const struct table *, unsigned int, unsigned int),
			  unsigned int row)
{
	append_string(out, "| ");
	append_string(out, first);
	append_string(out, " |");
	for (unsigned int c = 0; c < table->nr_columns; c++) {
		append_string(out, " ");
		append_string(out, cell(table, row, c));
		append_string(out, " |");
	}
	append_string(out, "\n");
}

static const char *head_of(const struct table *table, unsigned int row, unsigned int column)
{
	(void)row;
	return table->columns[column];
}

static const char *rule_of(const struct table *table, unsigned int row, unsigned int column)
{
	(void)table;
	(void)row;
	(void)column;
	return "---";
}

/**
 * table_markdown() - draw a table in Markdown
 * @out: where it goes
 * @table: which
 * @head: of the column with the names of the rows
 */
void table_markdown(struct text *out, const struct table *table, const char *head)
{
	markdown_line(out, head, table, head_of, 0);
	markdown_line(out, "---", table, rule_of, 0);
	for (unsigned int r = 0; r < table->nr_rows; r++)
		markdown_line(out, table->rows[r], table, table_get, r);
}
