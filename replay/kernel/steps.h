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
	struct replay_actor *actor; /* NULL before the first, and behind the last */
	struct replay_words words;
	char place[REPLAY_NAME_MAX]; /* what it enters and only gdb can find; empty where nothing */
	bool parks; /* behind a label, where it may sleep next */
	enum replay_verb over_by;
};

/* Why the guest is at the door. gdb reads it. */
enum replay_status {
	REPLAY_READY, /* tell the next step */
	REPLAY_PLACE, /* break where the step enters; nothing is asked */
	REPLAY_OVER, /* the guest ends before its end: the results say why */
};

extern struct replay_step replay_step, replay_asked_about;
extern enum replay_status replay_status;
/* "ACTOR VERB [TARGET]", "end", "! WHAT IS WRONG", or a question. */
extern char replay_request[REPLAY_STEP_MAX];
extern char replay_problem[512]; /* with a request; empty where nothing is wrong */

void replay_door(void);

#endif /* _REPLAY_STEPS_H */
