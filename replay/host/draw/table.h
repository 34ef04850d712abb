/* SPDX-License-Identifier: GPL-2.0 */
/* Tables whose cells are found by the names of their row and column. */
#ifndef TABLE_H
#define TABLE_H

#include "text.h"

struct cell {
	unsigned int row, column;
	char *text;
};

/* Empty where all of it is zero. */
struct table {
	char **rows, **columns; /* as they come */
	unsigned int nr_rows, nr_columns;
	struct cell *cells;
	unsigned int nr_cells;
};

/* How a table is drawn as text. */
struct table_style {
	const char *indent;
	const char *head; /* of the column with the names of the rows */
	int first; /* its least width; all are as wide as what is in them */
	int rule; /* the least width of the line below the first of these heads; 0 is none */
};

unsigned int table_row(struct table *table, const char *name);
unsigned int table_column(struct table *table, const char *name);
unsigned int table_new_row(struct table *table, const char *name);
void table_set(struct table *table, unsigned int row, unsigned int column, const char *text);
const char *table_get(const struct table *table, unsigned int row, unsigned int column);

void table_text(struct text *out, const struct table *table, const struct table_style *style);
void table_markdown(struct text *out, const struct table *table, const char *head);

#endif /* TABLE_H */
