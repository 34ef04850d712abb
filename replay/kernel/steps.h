/* SPDX-License-Identifier: GPL-2.0 */
/*
 * Steps: the director of a run. When a step is over, it asks for the next one, a line of text.
 * Either the schedule that was given at boot has that line, or gdb, which stops in replay_door(),
 * writes it.
 *
 * gdb uses the names declared here. Everything else in the kernel it only reads.
 */
#ifndef _REPLAY_STEPS_H
#define _REPLAY_STEPS_H

#include "abi/step.h"
#include "actor.h"

struct replay_step {
	unsigned int number; /* from 1 */
	char text[REPLAY_STEP_MAX]; /* as it was given */
	struct replay_actor *actor; /* NULL before the first step, and after the last */
	struct replay_words words;
	char place[REPLAY_NAME_MAX]; /* the place that it enters and only gdb can find, or empty */
	bool parks; /* 'park after': the label is passed, and the step ends where it may sleep */
	enum replay_verb over_by;
};

/* Why the guest is in replay_door(). gdb reads this. */
enum replay_status {
	REPLAY_READY, /* gdb writes the next step */
	REPLAY_PLACE, /* gdb sets a breakpoint where the step enters, and writes nothing */
	REPLAY_OVER, /* the guest ends early; the results say why */
};

extern struct replay_step replay_step, replay_asked_about;
extern enum replay_status replay_status;
/* "ACTOR VERB [TARGET]", "end", "! WHAT IS WRONG", or a question. */
extern char replay_request[REPLAY_STEP_MAX];
extern char replay_problem[REPLAY_LINE_MAX / 2]; /* what is wrong with a request, or empty */

void replay_door(void);

#endif /* _REPLAY_STEPS_H */
