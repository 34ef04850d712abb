/* SPDX-License-Identifier: GPL-2.0 */
/*
 * The happens-before graph of an execution, as a hash. A transition is what one actor does
 * between two scheduling points. The hash does not depend on the order of independent
 * transitions.
 */
#ifndef HISTORY_H
#define HISTORY_H

#include "abi/limits.h"

/* All zero: no transition yet. */
struct history {
	/* A hash of each transition, which covers all those on which it depends. */
	unsigned long transitions[REPLAY_TRANSITIONS_MAX + 1];
	unsigned long last[REPLAY_ACTORS_MAX]; /* the last transition of each actor */
	unsigned long passed; /* a hash of the points of the transition in progress */
};

void history_pass(struct history *history, unsigned long point);
void history_add(struct history *history, unsigned int number, unsigned int actor, const char *on);
unsigned long history_sum(const struct history *history);

#endif /* HISTORY_H */
