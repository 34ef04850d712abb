/* SPDX-License-Identifier: GPL-2.0 */
/* Draw rows as text, in columns. */
#ifndef COLUMNS_H
#define COLUMNS_H

#include <stdbool.h>

#include "rows.h"

/* Makes rows that lead to each point by so many calls. */
typedef void columns_rows(struct rows *rows, int path, void *of_what);

void columns_fit(struct text *out, struct rows *rows, columns_rows *rows_with, void *of_what);

#endif /* COLUMNS_H */
