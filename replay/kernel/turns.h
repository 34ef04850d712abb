/* SPDX-License-Identifier: GPL-2.0 */
/* Turns: one activation of a kernel actor each. */
#ifndef _REPLAY_TURNS_H
#define _REPLAY_TURNS_H

#include "actor.h"

struct module;

void replay_each_task(void);
bool replay_has_each_task(void);
int replay_task_comes(const char *name);
struct replay_actor *replay_turn_begin(unsigned long entry);
void replay_actor_finish(struct replay_actor *actor);
void replay_turns_come(const char *function, unsigned long entry);
void replay_turns_gone(const struct module *module);
void replay_turn_end(struct replay_actor *actor);
void replay_kthread_bind(struct replay_actor *actor, struct task_struct *task);
void replay_kthread_woken(struct task_struct *task);
void replay_kthreads_print(char *buf, size_t size);
bool replay_kthread_rests(struct replay_actor *actor);
bool replay_turns_are_kept(void);
void replay_turn_due(struct replay_actor *actor);

#endif /* _REPLAY_TURNS_H */
