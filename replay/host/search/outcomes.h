/* SPDX-License-Identifier: GPL-2.0 */
/* The distinct outcomes, and the simplest execution of each. */
#ifndef OUTCOMES_H
#define OUTCOMES_H

#include <stdbool.h>

#include "record.h"

struct outcome {
	enum verdict verdict;
	char *text;
	unsigned long executions;
	/* Of the simplest execution: */
	unsigned int preemptions, switches;
	char *schedule, *trace, *hang;
	double took; /* seconds; 0 where that is not known */
	struct choice *choices;
	unsigned int nr_choices;
	bool shrunk; /* the executions that differ from it in one choice were run */
};

void outcomes_add(const struct record *record, double took);
unsigned int outcomes_nr(void);
const struct outcome *outcomes_to_shrink(void);
int outcomes_list(const char *out, const char *program_case);

#endif /* OUTCOMES_H */
