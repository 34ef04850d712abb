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
#define REPLAY_UNDONE_MAX 16 /* functions */

enum replay_state {
	REPLAY_RUNNABLE, /* it is not held: it runs, or sleeps by itself */
	REPLAY_HELD, /* held at a point, before its start, or after its finish */
	REPLAY_GATED, /* woken from a sleep of its own, and held before it goes on */
};

/* A call of a recorded function that has not returned. */
struct replay_call {
	unsigned long entry, size; /* of the function */
	unsigned long sp; /* where its return address is */
};

/* A call whose return replay waits for, by replacing its return address on the stack. */
struct replay_return {
	unsigned long slot; /* where its return address is; 0 if there is no such call */
	unsigned long address; /* the original return address */
};

struct replay_carrier;

struct replay_actor {
	char name[REPLAY_NAME_MAX];
	enum replay_context context;
	const struct replay_carrier *carrier; /* how it is held */
	char target[REPLAY_NAME_MAX]; /* of an actor of the kernel */
	unsigned long entry; /* of the function whose calls are its turns; 0 if it has none */
	struct task_struct *task; /* NULL before it registers, and between two turns */
	enum replay_state state;
	bool let; /* the director has chosen it */
	bool finished; /* it has finished; an actor of the kernel: no turn is due or in progress */
	bool timed; /* it sleeps, or is about to, with a timer that wakes it */
	bool exited; /* its task has exited, and so it has finished */
	bool finished_or; /* it has finished, in a step with another end */
	bool dies; /* it was killed, and is let to die, whatever the step */
	bool interrupted; /* a signal has ended the wait before or behind its part */
	bool forked; /* it has a child, or had one */
	unsigned int nr_calls; /* recorded calls that have not returned: outermost first */
	struct replay_call calls[REPLAY_CALLS_MAX];
	char leaves[REPLAY_NAME_MAX]; /* the function whose return ends a step; empty: none */
	struct replay_return leaving; /* the return of that function, once it is entered */
	struct replay_return turn; /* the return that ends the turn in progress */
	/* Of a kernel thread: a hash of the stack with which it waits for work; 0: not known yet. */
	unsigned long rest;
	unsigned int due; /* turns that have come, and are held at their begin */
	unsigned int turns; /* turns that have begun in the race */
	bool coming; /* a turn that was due is let, and has not begun yet */
	const void *item; /* the timer, callback or work item whose turn is coming */
	const void *queue; /* the pool_workqueue on which its last work item was queued */
	unsigned int queued; /* its work items there that no worker has got yet */
	char undone[2 * REPLAY_NAME_MAX]; /* who took back the last turn that was due */
	unsigned long undone_stack[REPLAY_UNDONE_MAX]; /* and from where */
	unsigned int nr_undone;
	unsigned int task_state; /* its own state, while it is held */
	u64 since; /* virtual ns at which it was last held or let */
	char at[REPLAY_NAME_MAX]; /* its last point */
	struct replay_fact
		facts[REPLAY_FACTS_MAX + 1]; /* of its last point; an empty one ends them */
};

#endif /* _REPLAY_ACTOR_H */
