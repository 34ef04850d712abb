/* SPDX-License-Identifier: GPL-2.0 */
/*
 * The part in the kernel, among its own files. One CPU and no preemption: what
 * is said here without a lock is protected by that, and by interrupts never
 * touching it, unless a comment says otherwise.
 */
#ifndef _REPLAY_INTERNAL_H
#define _REPLAY_INTERNAL_H

#include <linux/compiler.h>
#include <linux/replay.h>
#include <linux/sched.h>

#include "abi/limits.h"

struct seq_file;

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

struct replay_actor {
	char name[REPLAY_NAME_MAX];
	struct task_struct *task;
	enum replay_state state;
	bool let; /* the step names it */
	bool finished;
	unsigned int nr_calls; /* that are recorded and not over: outermost first */
	struct replay_call calls[REPLAY_CALLS_MAX];
	unsigned int task_state; /* while kept: its own, from before */
	u64 since; /* virtual ns at which it was last kept or let */
	char at[REPLAY_NAME_MAX]; /* its last point */
	struct replay_facts facts; /* of the last label that it passed */
};

enum replay_verb {
	REPLAY_REACH,
	REPLAY_ENTER,
	REPLAY_SLEEP,
	REPLAY_BLOCK,
	REPLAY_FINISH,
	REPLAY_VERBS,
};

struct replay_step {
	unsigned int number; /* from 1 */
	char text[REPLAY_STEP_MAX]; /* as the director gave it */
	struct replay_actor *actor; /* NULL before the first, and behind the last */
	enum replay_verb verb;
	char target[REPLAY_NAME_MAX];
	bool by_gdb; /* it enters what only gdb can stop at */
};

/* Why the director is at the door. gdb reads it. */
enum replay_status {
	REPLAY_READY, /* tell the next step */
	REPLAY_PLACE, /* break where the step enters; nothing is asked */
	REPLAY_OVER, /* the guest ends before its end: the results say why */
};

extern struct replay_actor replay_actors[REPLAY_ACTORS_MAX];
extern unsigned int replay_nr_actors;
extern struct replay_step replay_step, replay_asked_about;

/* accesses.c */
void replay_watch(void);
void replay_touch(unsigned long address, bool write);
void replay_change(unsigned long address);
void replay_stretch_begin(unsigned int stretch, unsigned int actor);
const unsigned long *replay_stretch_end(void);

/* actor.c */
struct replay_actor *replay_actor_of(const struct task_struct *task);
bool replay_awake(const struct replay_actor *actor);
struct replay_actor *replay_actor_named(const char *name, size_t len);
int replay_actor_add(const char *name);
void replay_let(struct replay_actor *actor);
void replay_keep(struct replay_actor *actor, enum replay_state state);
void replay_release_all(void);

/* calls.c */
extern bool replay_inside; /* what is called now is called by the part in the kernel */

int replay_function(const char *function);
void replay_record(void);
void replay_calls_return(struct replay_actor *actor);

/* director.c */
extern enum replay_status replay_status;
extern char replay_request[REPLAY_STEP_MAX];
extern const struct task_struct *replay_director;

void replay_door(void);
bool replay_answered(void);
void replay_step_over(struct replay_actor *actor);
void replay_actor_finish(struct replay_actor *actor);
void replay_arrived(void);
void replay_direct(unsigned int actors);

/* order.c */
int replay_order(void);
void replay_order_begin(void);
void replay_order_pass(struct replay_actor *actor, const char *name,
		       const struct replay_facts *facts, unsigned int passes);
void replay_order_enter(struct replay_actor *actor, const char *name);
void replay_order_sleep(struct replay_actor *actor);
void replay_order_stuck(void);
bool replay_order_wake(struct replay_actor *actor);
void replay_order_finish(struct replay_actor *actor);
void replay_order_result(const char *text, size_t len);
void replay_order_send(void);

/* point.c */
bool replay_label_exists(const char *name);
void replay_labels_print(char *buf, size_t size);
void replay_labels_reset(void);
void replay_labels_show(struct seq_file *file);
int replay_point_user(struct replay_actor *actor, const char *name);
bool replay_point_enter(struct replay_actor *actor, const char *function);

/* program.c */
int replay_program(unsigned long address);
void replay_program_order_begin(void);
void replay_program_stretch_begin(void);
bool replay_program_stretch_end(unsigned int actor);

/* report.c */
bool replay_in_atomic(void);
bool replay_atomic(char *why, size_t size);
void replay_stacks(void);
void replay_sleeps_in(struct task_struct *task, char *buf, size_t size);
void __printf(1, 2) __noreturn replay_broken(const char *fmt, ...);
void __noreturn replay_stuck(void);
void replay_complaints_begin(void);
void replay_lifetime_begin(void);
bool replay_complained(void);

/* trace.c */
u64 replay_now(void);
void __printf(3, 4)
	replay_trace(const struct replay_actor *actor, const char *event, const char *fmt, ...);
void replay_trace_facts(const struct replay_actor *actor, const char *event, const char *at,
			const struct replay_facts *facts);
void replay_result(const char *text, size_t len);
void __printf(1, 2) replay_report(const char *fmt, ...);
void __printf(1, 2) replay_stack_line(const char *fmt, ...);

#endif /* _REPLAY_INTERNAL_H */
