/* SPDX-License-Identifier: GPL-2.0 */
/* What orders came to, and the simplest order of each outcome. */
#ifndef OUTCOMES_H
#define OUTCOMES_H

#include <stdbool.h>

#include "run.h"

struct outcome {
	enum verdict verdict;
	char *text;
	unsigned long orders;
	/* Of the simplest order: */
	unsigned int preemptions, switches;
	char *schedule, *trace;
	struct choice *choices;
	unsigned int nr_choices;
	bool shrunk; /* the orders that differ from it in one choice are run */
};

void outcomes_add(const struct run *run);
unsigned int outcomes_nr(void);
const struct outcome *outcomes_to_shrink(void);
int outcomes_list(const char *out, const char *title, const char *program_case);

#endif /* OUTCOMES_H */
