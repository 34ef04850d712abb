/* SPDX-License-Identifier: GPL-2.0 */
/* Actors: the list of all actors; how to hold one and let it go on. */
#ifndef _REPLAY_ACTORS_H
#define _REPLAY_ACTORS_H

#include <linux/wait.h>

#include "actor.h"

extern struct replay_actor replay_actors[REPLAY_ACTORS_MAX];
extern unsigned int replay_nr_actors;
extern wait_queue_head_t replay_wait; /* for actors to come, or to finish */

struct replay_actor **replay_in_interrupt(void);
struct replay_actor *replay_actor_of(const struct task_struct *task);
struct replay_actor *replay_actor_named(const char *name, size_t len);
struct replay_actor *replay_actor_of_function(unsigned long entry);
struct replay_actor *replay_actor_here(void);
int replay_actor_announce(const char *name, enum replay_context context, const char *target,
			  struct replay_actor **added);
void replay_actor_takes(struct replay_actor *actor, struct task_struct *task);
int replay_actor_bind(const char *name, struct replay_actor **bound);
bool replay_awake(const struct replay_actor *actor);
void replay_let(struct replay_actor *actor);
void replay_keep(struct replay_actor *actor, enum replay_state state);
void replay_release_all(void);
unsigned int replay_nr_come(void);
bool replay_kernel_acts(void);
bool replay_all_finished(void);
bool replay_program_finished(void);

#endif /* _REPLAY_ACTORS_H */
