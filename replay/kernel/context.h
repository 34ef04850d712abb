/* SPDX-License-Identifier: GPL-2.0 */
/* Context: helpers for every other file here. */
#ifndef _REPLAY_CONTEXT_H
#define _REPLAY_CONTEXT_H

#include <linux/replay.h>
#include <linux/sched.h>

#ifdef get_current_state
#define replay_task_state(task) ((task)->__state)
#else
#define replay_task_state(task) ((task)->state)
#endif

extern bool replay_inside; /* what is called now is called by the part in the kernel */
/* The actors of this execution have come: an error from here on may be their doing. */
extern bool replay_came;

/* Says why an execution cannot go on, and ends the guest: whoever knows the actors. */
extern void (*replay_breaks)(const char *why);

void __printf(3, 0) replay_sentence(char *buf, size_t size, const char *fmt, va_list args);
void __printf(1, 2) __noreturn replay_broken(const char *fmt, ...);
void replay_time_begin(void);
u64 replay_now(void);
int replay_atomic_locks(const struct task_struct *task, char *buf, size_t size);
bool replay_in_atomic(void);
bool replay_atomic(char *why, size_t size);
void replay_function_name(char *name, size_t size, unsigned long address);
unsigned int replay_stack_of(struct task_struct *task, unsigned long *entries, unsigned int max);
void replay_complaints_begin(void);
bool replay_complained(void);

#endif /* _REPLAY_CONTEXT_H */
