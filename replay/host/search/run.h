/* SPDX-License-Identifier: GPL-2.0 */
/* An execution that has been run: what the guest has handed back of it. */
#ifndef RUN_H
#define RUN_H

#include <stdbool.h>

#include "history.h"
#include "results.h"
#include "text.h"

struct choice {
	char kind; /* begin, point, sleep, finish, wake */
	unsigned int actor, let;
	unsigned long able; /* a bit for each actor that could have been let */
};

struct run {
	struct choice choices[REPLAY_TRANSITIONS_MAX];
	unsigned int nr_choices;
	/* At each choice: a sum of what was done before. */
	unsigned long states[REPLAY_TRANSITIONS_MAX];
	unsigned long end; /* the same at the end; 0 where it did not come to that */
	unsigned int preemptions, switches;
	bool waited; /* time passed: somebody that went to sleep was let, or was kept for actors of the kernel */
	bool in_vain; /* and nothing woke it */
	bool diverged; /* a choice of its prefix could not be made: the state before is another */
	struct results results; /* with the outcome; a hang is where it was stopped */
	struct text schedule, trace;
	unsigned long sum; /* of the trace, and of what was chosen */
};

extern unsigned int nr_actors; /* as the first record says */

void run_read(struct run *run, char *record);

#endif /* RUN_H */
