/* SPDX-License-Identifier: GPL-2.0 */
/* The frontier: executions that are still to be run, those with fewer preemptions first. */
#ifndef FRONTIER_H
#define FRONTIER_H

#include <stdbool.h>
#include <stddef.h>

#include "record.h"

#define LEVELS_MAX 64

struct execution {
	char *choices; /* a character for each scheduling point: the actor that is let there */
	unsigned int cost; /* preemptions: its level */
};

void frontier_push(const char *choices, unsigned int cost);
bool frontier_pop(struct execution *execution);
void frontier_done(const struct execution *execution);
void frontier_branch(const struct execution *execution, const struct record *record);
void frontier_push_neighbours(const struct choice *choices, unsigned int nr,
			      unsigned int preemptions);
size_t frontier_waiting(unsigned int *cost);
bool frontier_left(unsigned int *cost, size_t *done, size_t *all);
bool frontier_bounded(void);
void frontier_write_parts(const char *name, unsigned long parts);
void frontier_read_part(const char *path);

#endif /* FRONTIER_H */
