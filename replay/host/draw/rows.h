/* SPDX-License-Identifier: GPL-2.0 */
/* Rows: the part of a trace that explains the race, one row for each line of the diagram. */
#ifndef ROWS_H
#define ROWS_H

#include <stdbool.h>

#include "text.h"
#include "trace.h"

enum row_kind { ROW_CALL, ROW_POINT, ROW_STATE, ROW_FOLD };

struct row {
	unsigned int line; /* of the trace */
	unsigned int nr; /* among those of the trace, as they were added */
	enum row_kind kind;
	const char *actor; /* "-" is nobody */
	int level; /* of indentation */
	char *text;
	char *remarks; /* with ';' between them, or "" */
	char mark; /* of the run that alone has this row, or 0 */
};

struct rows {
	struct row *rows;
	unsigned int nr;
};

void rows_of(struct rows *rows, const struct trace *trace, int path, bool full);
void rows_print(const struct rows *rows);
void rows_free(struct rows *rows);

struct row *rows_add(struct rows *rows, const struct row *row);
void row_remark(struct row *row, const char *remark);
bool row_held(const struct row *row);

#endif /* ROWS_H */
