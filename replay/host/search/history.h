/* SPDX-License-Identifier: GPL-2.0 */
/*
 * What was done in an execution, but for the order of what does not depend on each other: a
 * graph of transitions, as a sum. A transition is what one actor does between two scheduling points.
 */
#ifndef HISTORY_H
#define HISTORY_H

#include "abi/limits.h"

/* All zero: nothing was done. */
struct history {
	/* A sum of each, in which are those of all that it depends on. */
	unsigned long transitions[REPLAY_TRANSITIONS_MAX + 1];
	unsigned long last[REPLAY_ACTORS_MAX]; /* the last transition of each actor */
	unsigned long passed; /* in the transition in progress */
};

void history_pass(struct history *history, unsigned long point);
void history_add(struct history *history, unsigned int number, unsigned int actor, const char *on);
unsigned long history_sum(const struct history *history);

#endif /* HISTORY_H */
