/* SPDX-License-Identifier: GPL-2.0 */
/* Split a line that a guest wrote into words: NUMBER TIME ACTOR EVENT [ARGUMENTS]. */
#ifndef LINE_H
#define LINE_H

#include <stdbool.h>
#include <stddef.h>

/* A part of a line: no zero byte need be behind it. */
struct word {
	const char *text;
	size_t length;
};

struct line {
	struct word actor, event;
	const char *arguments; /* the rest of the line; empty where there are none */
};

bool line_read(struct line *line, const char *text);
struct word word_next(const char **rest);
bool word_is(const struct word *word, const char *text);

#endif /* LINE_H */
