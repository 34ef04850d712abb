/* SPDX-License-Identifier: GPL-2.0 */
/*
 * What an actor is: data, which every layer may read. One CPU and no preemption: what is
 * said in this directory without a lock is protected by that, and by interrupts never
 * touching it, unless a comment says otherwise.
 *
 * The Makefile has a layer a line: each includes and calls only those before it, and itself.
 */
#ifndef _REPLAY_ACTOR_H
#define _REPLAY_ACTOR_H

#include <linux/compiler.h>
#include <linux/replay_point.h>
#include <linux/sched.h>

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

/* The call whose return is waited for: its return address on the stack is another meanwhile. */
struct replay_leaving {
	char function[REPLAY_NAME_MAX]; /* empty where there is none */
	unsigned long slot; /* where its return address is; 0 until it is entered */
	unsigned long address; /* what was there */
};

struct replay_actor {
	char name[REPLAY_NAME_MAX];
	struct task_struct *task;
	enum replay_state state;
	bool let; /* the director has chosen it */
	bool finished;
	bool timed; /* it sleeps, or is about to, and a timer is to wake it */
	bool exited; /* its task has; it has finished */
	unsigned int nr_calls; /* that are recorded and not over: outermost first */
	struct replay_call calls[REPLAY_CALLS_MAX];
	struct replay_leaving leaving;
	unsigned int task_state; /* while kept: its own, from before */
	u64 since; /* virtual ns at which it was last kept or let */
	char at[REPLAY_NAME_MAX]; /* its last point */
	struct replay_fact
		facts[REPLAY_FACTS_MAX + 1]; /* that its last point knew; an empty one ends them */
};

#endif /* _REPLAY_ACTOR_H */
