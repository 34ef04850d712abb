/* SPDX-License-Identifier: GPL-2.0 */
/* A carrier holds an actor and lets it go on. Its callers do not know which carrier it is. */
#ifndef _REPLAY_CARRIER_H
#define _REPLAY_CARRIER_H

#include "actor.h"

struct replay_carrier {
	/*
	 * Hold the current task, @actor, until the director lets it; @state says why. To be called
	 * only where this carrier may hold it.
	 */
	void (*keep)(struct replay_actor *actor, enum replay_state state);
	/* Let @actor go on; if it sleeps by itself, once it is woken. In any context. */
	void (*let)(struct replay_actor *actor);
	/* Is @actor held, or does it run, or wait for the CPU after a wakeup? */
	bool (*awake)(const struct replay_actor *actor);
};

extern const struct replay_carrier replay_park; /* makes the actor sleep */
extern const struct replay_carrier replay_defer; /* delays its begin */
extern const struct replay_carrier replay_work; /* the same, and then makes the worker sleep */

#endif /* _REPLAY_CARRIER_H */
