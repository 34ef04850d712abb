/* SPDX-License-Identifier: GPL-2.0 */
/* Choose which facts of an event are drawn, and give them short names: page A, entry 1. */
#ifndef NAMES_H
#define NAMES_H

#include "text.h"
#include "trace.h"

/* The values that facts of one name have had, in their order. */
struct values {
	struct text name;
	struct text *of;
	unsigned int nr;
};

/* What has been named so far; empty where all of it is zero. */
struct names {
	struct values *of;
	unsigned int nr;
};

/* What one actor was last said to have, a remark for each name of a fact. */
struct saying {
	struct text name, remark;
};

struct said {
	struct saying *of;
	unsigned int nr;
};

char *names_facts(struct names *names, struct said *said, const struct event *event);
void said_free(struct said *said);
void names_free(struct names *names);

#endif /* NAMES_H */
