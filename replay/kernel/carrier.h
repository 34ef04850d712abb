/* SPDX-License-Identifier: GPL-2.0 */
/* A carrier holds an actor and lets it go on. Its callers do not know which carrier it is. */
#ifndef _REPLAY_CARRIER_H
#define _REPLAY_CARRIER_H

#include "actor.h"

struct replay_carrier {
	/*
	 * Keep the current task, @actor, until it is let; @state says why. Only where it may
	 * be held by this carrier.
	 */
	void (*keep)(struct replay_actor *actor, enum replay_state state);
	/* @actor goes on; where it sleeps by itself, when it is woken. In any context. */
	void (*let)(struct replay_actor *actor);
	/* It is kept, or runs, or was woken and waits for the CPU. */
	bool (*awake)(const struct replay_actor *actor);
};

extern const struct replay_carrier replay_park; /* it sleeps */
extern const struct replay_carrier replay_defer; /* it has not begun */

#endif /* _REPLAY_CARRIER_H */
