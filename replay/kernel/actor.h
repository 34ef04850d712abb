/* SPDX-License-Identifier: GPL-2.0 */
/*
 * The data of an actor, which every layer may read. There is one CPU and no kernel preemption.
 * Data in this directory needs no lock, because of that and because no interrupt touches it,
 * unless a comment says otherwise.
 *
 * The Makefile lists the layers, one a line. A layer includes and calls only layers before it,
 * and itself.
 */
#ifndef _REPLAY_ACTOR_H
#define _REPLAY_ACTOR_H

#include <linux/compiler.h>
#include <linux/replay_point.h>
#include <linux/sched.h>

#include "abi/contexts.h"
#include "abi/limits.h"

#define REPLAY_CALLS_MAX 128 /* within one another */

enum replay_state {
	REPLAY_RUNNABLE, /* it is let, or nothing keeps it: it runs or sleeps by itself */
	REPLAY_HELD, /* kept at a point, before its start, or behind its finish */
	REPLAY_GATED, /* woken from a sleep of its own, and kept before it goes on */
};

/* A call of a recorded function that is not over. */
struct replay_call {
	unsigned long entry, size; /* of the function */
	unsigned long sp; /* where its return address is */
};

/* A call whose return is waited for: its return address on the stack is another meanwhile. */
struct replay_return {
	unsigned long slot; /* where its return address is; 0 where there is none */
	unsigned long address; /* what was there */
};

struct replay_carrier;

struct replay_actor {
	char name[REPLAY_NAME_MAX];
	enum replay_context context;
	const struct replay_carrier *carrier; /* how it is held */
	char target[REPLAY_NAME_MAX]; /* of a context of the kernel */
	unsigned long entry; /* of the function whose calls are its turns; 0 where it has none */
	struct task_struct *task; /* NULL before it comes, and between two turns */
	enum replay_state state;
	bool let; /* the director has chosen it */
	bool finished; /* its part is done; in the kernel: no turn has come that is not over */
	bool timed; /* it sleeps, or is about to, and a timer is to wake it */
	bool exited; /* its task has; it has finished */
	bool finished_or; /* by a step that would have been over by something else, too */
	unsigned int nr_calls; /* that are recorded and not over: outermost first */
	struct replay_call calls[REPLAY_CALLS_MAX];
	char leaves[REPLAY_NAME_MAX]; /* the function whose return ends a step; empty: none */
	struct replay_return leaving; /* of that, once it is entered */
	struct replay_return turn; /* of the turn in progress */
	unsigned long rest; /* of a kernel thread: tells the place where it waits for work */
	unsigned int due; /* turns that have come, and are kept before their beginning */
	unsigned int turns; /* that have begun in the race */
	bool coming; /* one of them is let, and has not begun */
	char undone[2 * REPLAY_NAME_MAX]; /* by whom the last one was that was due and taken back */
	unsigned int task_state; /* while kept: its own, from before */
	u64 since; /* virtual ns at which it was last kept or let */
	char at[REPLAY_NAME_MAX]; /* its last point */
	struct replay_fact
		facts[REPLAY_FACTS_MAX + 1]; /* that its last point knew; an empty one ends them */
};

#endif /* _REPLAY_ACTOR_H */
