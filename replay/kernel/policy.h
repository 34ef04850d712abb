/* SPDX-License-Identifier: GPL-2.0 */
/* A policy chooses the actor at each scheduling point behind the prefix that the host gave. */
#ifndef _REPLAY_POLICY_H
#define _REPLAY_POLICY_H

#include <linux/types.h>

struct replay_choice {
	unsigned int number; /* in this execution, from 0 */
	unsigned int me; /* who is at the scheduling point; 0 at the begin */
	unsigned long enabled; /* a bit for each actor */
	unsigned long others; /* of those; all of them at the begin */
	bool at_point; /* it could go on */
};

struct replay_policy {
	/* An execution begins. True where the words of the host say that it is for this policy. */
	bool (*begin)(const char *words);
	/* Returns one of those that are enabled. */
	unsigned int (*choose)(const struct replay_choice *choice);
};

/* In the order in which they are asked; the last takes any words. */
extern const struct replay_policy replay_policy_random; /* REPLAY_POLICY_RANDOM SEED */
extern const struct replay_policy replay_policy_pct; /* REPLAY_POLICY_PCT SEED DEPTH */
extern const struct replay_policy replay_policy_in_turn;

void replay_random_begin(unsigned long seed);
unsigned int replay_random_below(unsigned int limit);

#endif /* _REPLAY_POLICY_H */
