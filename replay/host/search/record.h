/* SPDX-License-Identifier: GPL-2.0 */
/* An execution that has been run: the record that the guest sent of it, parsed. */
#ifndef RECORD_H
#define RECORD_H

#include <stdbool.h>

#include "abi/events.h"
#include "history.h"
#include "results.h"
#include "text.h"

struct choice {
	enum replay_choice_kind kind;
	unsigned int actor, let;
	unsigned long enabled; /* a bit for each enabled actor */
};

struct record {
	struct choice choices[REPLAY_TRANSITIONS_MAX];
	unsigned int nr_choices;
	/* At each choice: a hash of the happens-before graph before it. */
	unsigned long states[REPLAY_TRANSITIONS_MAX];
	unsigned long end; /* the same at the end; 0 if the execution did not come to its end */
	unsigned int preemptions, switches;
	bool waited; /* time passed: a sleeping actor was let, or was held for the kernel's actors, or all sleep */
	bool infeasible; /* an actor that went to sleep was let, and nothing woke it */
	bool diverged; /* the prefix lets an actor that is not enabled: the state before is another */
	struct results results; /* with the outcome; a hang is where it was stopped */
	struct text schedule, trace;
	struct text hang; /* the line of the results that says where it hangs; or empty */
	struct text held; /* the labels at which an actor could be held, a line each */
	struct text atomic; /* those at which it could not */
	unsigned long sum; /* a hash of the trace and of the choices */
};

extern unsigned int nr_actors; /* as the first record says */

void record_read(struct record *record, char *text);

#endif /* RECORD_H */
