/* SPDX-License-Identifier: GPL-2.0 */
/* Actors: who there is, and how each of them is held and goes on. */
#ifndef _REPLAY_ACTORS_H
#define _REPLAY_ACTORS_H

#include <linux/wait.h>

#include "actor.h"

extern struct replay_actor replay_actors[REPLAY_ACTORS_MAX];
extern unsigned int replay_nr_actors;
extern wait_queue_head_t replay_wait; /* for actors to come, or to finish */

struct replay_actor *replay_actor_of(const struct task_struct *task);
struct replay_actor *replay_actor_named(const char *name, size_t len);
int replay_actor_add(const char *name);
bool replay_awake(const struct replay_actor *actor);
void replay_let(struct replay_actor *actor);
void replay_keep(struct replay_actor *actor, enum replay_state state);
void replay_release_all(void);
bool replay_all_finished(void);

#endif /* _REPLAY_ACTORS_H */
