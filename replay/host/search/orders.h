/* SPDX-License-Identifier: GPL-2.0 */
/* Orders that are to be run, those with fewer preemptive switches first. */
#ifndef ORDERS_H
#define ORDERS_H

#include <stdbool.h>
#include <stddef.h>

#include "run.h"

#define LEVELS_MAX 64

struct order {
	char *choices; /* a digit for each place of choice: the actor that is let there */
	unsigned int cost; /* preemptive switches: its level */
};

void orders_push(const char *choices, unsigned int cost);
bool orders_pop(struct order *order);
void orders_done(const struct order *order);
void orders_branch(const struct order *order, const struct run *run);
void orders_push_neighbours(const struct choice *choices, unsigned int nr,
			    unsigned int preemptions);
size_t orders_waiting(unsigned int *cost);
bool orders_left(unsigned int *cost, size_t *done, size_t *all);
bool orders_bounded(void);
void orders_write_parts(const char *name, unsigned long parts);
void orders_read_part(const char *path);

#endif /* ORDERS_H */
