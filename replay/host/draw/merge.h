/* SPDX-License-Identifier: GPL-2.0 */
/* Merge the rows of two runs into one diagram. */
#ifndef MERGE_H
#define MERGE_H

#include "rows.h"

struct alias {
	const char *name, *first;
};

/* Functions that have had several names. */
struct aliases {
	char *bytes;
	struct alias *aliases;
	unsigned int nr;
};

void aliases_read(struct aliases *aliases, const char *path);
void rows_merge(struct rows *rows, struct rows *a, struct rows *b, const struct aliases *aliases);

#endif /* MERGE_H */
