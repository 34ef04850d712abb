/* SPDX-License-Identifier: GPL-2.0 */
/*
 * The states in which executions have been, to prune others there; and the graphs with which
 * executions ended, to check that the pruning is sound.
 */
#ifndef STATES_H
#define STATES_H

#include <stdbool.h>

#include "record.h"

bool states_have(unsigned long state, const struct choice *choice, unsigned int cost);
void states_add(unsigned long state, const struct choice *choice, unsigned int cost);
void states_add_end(const struct record *record);
unsigned long states_ends(void);
const char *states_differ(void);

#endif /* STATES_H */
