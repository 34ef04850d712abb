/* SPDX-License-Identifier: GPL-2.0 */
/* Guests: each is a process that runs one execution after another. */
#ifndef GUEST_H
#define GUEST_H

#include <stdbool.h>
#include <sys/types.h>

#include "frontier.h"
#include "text.h"

#define GUESTS_MAX 64

/* An execution that is to be run, until what comes of it is taken. */
struct job {
	struct execution execution;
	struct text record; /* what the guest has handed back */
	bool is_done; /* the record is complete */
	bool is_known; /* the record is from before, and no guest gets the execution */
	double given; /* seconds(); when a guest got it */
	double took; /* seconds; 0 where it is known */
};

struct guest {
	unsigned int number; /* from 0; of its directory, and of its processor */
	struct job *job; /* NULL: it has nothing to do */
	pid_t pid; /* 0: it is not started */
	int fd; /* a socket; it is readable where the guest has something to say */
	bool booted; /* it has asked for an execution */
	unsigned long served; /* executions, in this boot */
	double heard; /* seconds; when it was given something, or last looked after */
	unsigned long ticks; /* of the processor, when it began to be silent */
	bool asked; /* it hangs, and is to say where */
	unsigned long message; /* the address of its struct replay_message */
};

void guest_give(struct guest *guest, struct job *job);
bool guest_listen(struct guest *guest);
bool guest_hangs(struct guest *guest);
void guest_stop(struct guest *guest);
unsigned long guest_boots(void);
bool guest_cannot_undo(void);
unsigned long guest_memory(void);

#endif /* GUEST_H */
