/* SPDX-License-Identifier: GPL-2.0 */
/*
 * The states in which executions have been, to prune others there; and the graphs with which
 * executions ended, to check that the pruning is sound.
 */
#ifndef SEEN_H
#define SEEN_H

#include <stdbool.h>

#include "run.h"

bool seen_state(unsigned long state, const struct choice *choice, unsigned int cost);
void seen_add_state(unsigned long state, const struct choice *choice, unsigned int cost);
void seen_add_end(const struct run *run);
unsigned long seen_ends(void);
const char *seen_contradiction(void);

#endif /* SEEN_H */
