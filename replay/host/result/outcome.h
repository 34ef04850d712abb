/* SPDX-License-Identifier: GPL-2.0 */
/* The outcome of a run, as names and values. */
#ifndef OUTCOME_H
#define OUTCOME_H

#include <stdbool.h>

enum outcome_kind { OUTCOME_SEEN, OUTCOME_PANIC, OUTCOME_CHECK };

struct outcome_line {
	enum outcome_kind kind;
	const char *name, *value; /* of a check: ok, or not ok */
};

struct outcome_lines {
	char *bytes;
	struct outcome_line *lines;
	unsigned int nr;
};

bool outcome_read(struct outcome_lines *outcome, const char *path);
const char *outcome_value(const struct outcome_lines *outcome, const char *name);

#endif /* OUTCOME_H */
