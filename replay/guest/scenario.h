/* SPDX-License-Identifier: GPL-2.0 */
/*
 * A scenario is the program of its guest. It sets up the race, its actors run by the schedule, it
 * checks the result, and the guest ends.
 */
#ifndef SCENARIO_H
#define SCENARIO_H

#include <stdbool.h>
#include <stddef.h>

#include "abi/contexts.h"
#include "abi/limits.h"
#include "abi/results.h"

struct actor {
	const char *name; /* as in the schedule */
	void (*part)(void); /* NULL if the actor does not run a function of the program */
	enum replay_context context;
	const char *target;
};

/* The host reads the names of its actors by this layout (guest-image). */
struct scenario {
	void (*setup)(void); /* may be NULL */
	struct actor actors[REPLAY_ACTORS_MAX];
	void (*check)(void);
	bool ends_tasks; /* at the end of the execution, kill all that the program has forked */
};

/* Each program defines it. */
extern const struct scenario scenario;

/* Versions of clang-format differ about the next lines. */
/* clang-format off */
#define ACTOR(function) { #function, function, REPLAY_CONTEXT_thread, NULL }

/*
 * A process of its own, forked after .setup: it sees no later change of memory that is not shared.
 * It has finished when it has exited.
 */
#define PROCESS(function) { #function, function, REPLAY_CONTEXT_process, NULL }

/* A task that an actor creates, and that calls become(#name). */
#define CHILD(name) { #name, NULL, REPLAY_CONTEXT_child, NULL }

/* Actors of the kernel; each call of the function is a turn (scenarios/README.md). */
#define KTHREAD(name, thread) { #name, NULL, REPLAY_CONTEXT_kthread, thread }
#define WORK(name, function) { #name, NULL, REPLAY_CONTEXT_work, function }
#define TIMER(name, function) { #name, NULL, REPLAY_CONTEXT_timer, function }
#define HRTIMER(name, function) { #name, NULL, REPLAY_CONTEXT_hrtimer, function }
#define RCU(name, function) { #name, NULL, REPLAY_CONTEXT_rcu, function }
#define SOFTIRQ(name, vector) { #name, NULL, REPLAY_CONTEXT_softirq, vector }
/* clang-format on */

/* Check that the kernel is correct: writes a line "ok" or "not ok" of KTAP. */
void __attribute__((format(printf, 2, 3))) ok(bool is_so, const char *what, ...);

/* Record what was observed, as a name and a value; the expected outcome has the same lines. */
void __attribute__((format(printf, 2, 3))) outcome(const char *name, const char *value, ...);

/* The scenario cannot go on: the result is BROKEN. The message ends with errno, if it is set. */
void __attribute__((format(printf, 1, 2), noreturn)) broken(const char *why, ...);

/* Does the schedule have the line 'case NAME'? */
bool is_case(const char *name);

/*
 * Call @undo after the execution if another one follows; the last one that was registered comes
 * first.
 */
void at_end(void (*undo)(void));

/* Something of this execution cannot be undone: the next one gets a new guest. */
void cannot_undo(void);

/* How often actors have passed a label of the kernel, in this execution. */
unsigned int passes(const char *label);

/* The calling actor passes the label ':NAME'. */
void at_point(const char *name);

/* The caller, a thread or process that is no actor yet, becomes the actor of CHILD(name). */
void become(const char *name);

/*
 * The pid of a PROCESS(), for an actor that is a thread or a process behind it in .actors, and for
 * .check; in a namespace of pids of its own it has another there.
 */
int pid_of(const char *name);

/* The wait(2) status of a PROCESS() that has ended; for .check. */
int status_of(const char *name);

/* Memory that processes share, filled with zeroes. */
void *shared_memory(size_t size);

/* Called after .check: the checks of a part of this library; NULL: none. */
extern void (*more_checks)(void);

#endif /* SCENARIO_H */
