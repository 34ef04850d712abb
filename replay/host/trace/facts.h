/* SPDX-License-Identifier: GPL-2.0 */
/* Facts: what an event records about the race, behind the name of its point. */
#ifndef FACTS_H
#define FACTS_H

#include <stdbool.h>

#include "abi/facts.h"

/* Name and value are not cut off. */
struct fact {
	const char *name, *value;
	int name_length, length;
	enum replay_kind kind;
};

bool fact_next(const char **rest, struct fact *fact);
bool facts_say_atomic(const char *rest);
void facts_document(void);

#endif /* FACTS_H */
