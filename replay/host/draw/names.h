/* SPDX-License-Identifier: GPL-2.0 */
/* What of the facts of an event is drawn, by names that a reader keeps in mind. */
#ifndef NAMES_H
#define NAMES_H

#include "text.h"
#include "trace.h"

/* What has been named so far; empty where all of it is zero. */
struct names {
	struct text *pages, *entries;
	unsigned int nr_pages, nr_entries;
};

/* The facts that one actor was last said to have. */
struct said {
	char *of[REPLAY_FACTS_NR];
};

char *names_facts(struct names *names, struct said *said, const struct event *event);
void said_free(struct said *said);
void names_free(struct names *names);

#endif /* NAMES_H */
