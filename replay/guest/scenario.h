/* SPDX-License-Identifier: GPL-2.0 */
/*
 * What a scenario is made of. A scenario is the program of its guest: it sets up, its actors run
 * by the schedule, it checks what is left, and the guest ends.
 */
#ifndef SCENARIO_H
#define SCENARIO_H

#include <stdbool.h>
#include <stddef.h>

#include "abi/contexts.h"
#include "abi/limits.h"

struct actor {
	const char *name; /* as in the schedule */
	void (*part)(void); /* NULL where it is not the program that does it */
	enum replay_context context;
	const char *target;
};

/* The host reads the names of its actors by this layout (guest-image). */
struct scenario {
	void (*setup)(void); /* may be NULL */
	struct actor actors[REPLAY_ACTORS_MAX];
	void (*check)(void);
	bool ends_tasks; /* when the execution is over, all that the program has forked */
};

/* Each program defines it. */
extern const struct scenario scenario;

/* Its versions differ about the next lines. */
/* clang-format off */
#define ACTOR(function) { #function, function, REPLAY_CONTEXT_thread, NULL }

/*
 * A process of its own, forked behind .setup: it sees no later change of memory that is not
 * shared. It has finished when it has exited.
 */
#define PROCESS(function) { #function, function, REPLAY_CONTEXT_process, NULL }

/* Whoever says become(#name). */
#define CHILD(name) { #name, NULL, REPLAY_CONTEXT_child, NULL }

/* The kernel's own; each call of the function is a turn (scenarios/README.md). */
#define KTHREAD(name, thread) { #name, NULL, REPLAY_CONTEXT_kthread, thread }
#define WORK(name, function) { #name, NULL, REPLAY_CONTEXT_work, function }
#define TIMER(name, function) { #name, NULL, REPLAY_CONTEXT_timer, function }
#define HRTIMER(name, function) { #name, NULL, REPLAY_CONTEXT_hrtimer, function }
#define RCU(name, function) { #name, NULL, REPLAY_CONTEXT_rcu, function }
#define SOFTIRQ(name, vector) { #name, NULL, REPLAY_CONTEXT_softirq, vector }
/* clang-format on */

/* What a correct kernel does: a line "ok" or "not ok" of KTAP. */
void __attribute__((format(printf, 2, 3))) ok(bool is_so, const char *what, ...);

/* What was observed, for the expected outcome: a name and a value. */
void __attribute__((format(printf, 2, 3))) outcome(const char *name, const char *value, ...);

/* The scenario cannot go on: the result is BROKEN. Adds errno. */
void __attribute__((format(printf, 1, 2), noreturn)) broken(const char *why, ...);

/* Has the schedule said 'case NAME'? */
bool is_case(const char *name);

/* To be called when the execution is over and another is to come; the last one said first. */
void at_end(void (*undo)(void));

/* Something of this execution cannot be undone: the next one begins in another guest. */
void cannot_undo(void);

/* How often actors have passed a label of the kernel, in this execution. */
unsigned int passes(const char *label);

/* The actor that calls it is at ':NAME'. */
void at_point(const char *name);

/* The caller, a thread or process that is no actor, is the one that CHILD() announces. */
void become(const char *name);

/* How a PROCESS() has ended, as wait(2) says it; for .check. */
int status_of(const char *name);

/* Memory that processes have in common, of zeroes. */
void *shared_memory(size_t size);

/* Behind .check: the checks of a part of this library that is in use; NULL: none. */
extern void (*more_checks)(void);

#endif /* SCENARIO_H */
