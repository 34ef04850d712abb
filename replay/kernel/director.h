/* SPDX-License-Identifier: GPL-2.0 */
/*
 * A director decides which actor runs, and until where. The runtime below it reports to it where
 * an actor is, and never asks which director it is.
 */
#ifndef _REPLAY_DIRECTOR_H
#define _REPLAY_DIRECTOR_H

#include "actor.h"

struct replay_director {
	/*
	 * Begin another execution in this boot: 0; -ENODEV if a boot has only one; -ENODATA if
	 * there is no other.
	 */
	int (*next)(void);
	/* All actors have come, and are held. */
	void (*begin)(void);

	/* These are about the current actor, in any context. Each may hold it if it may sleep: */

	/* It is at a label; @passes: how often actors have passed it, if the kernel counts that. */
	void (*pass)(struct replay_actor *actor, const char *label, unsigned int passes);
	/* It is at the entry of a function. True if the trace has an event for that. */
	bool (*enter)(struct replay_actor *actor, const char *function);
	/* The call that replay_leave() named has returned. */
	void (*leave)(struct replay_actor *actor, const char *function);
	/* After replay_park_at_next_call(): it is at the entry of a function, and may sleep. */
	bool (*park)(struct replay_actor *actor, const char *function);
	/* It is let, and goes to sleep; its task state is set already. This must not hold it. */
	void (*sleep)(struct replay_actor *actor);
	/* Does the director hold turns of the kernel's actors at their begin now? */
	bool (*keeps_turns)(void);
	/* A turn, or an announced task, has come, and is not let. True: it goes on. */
	bool (*due)(struct replay_actor *actor);
	/* It is not let, and was woken. True: it goes on. */
	bool (*wake)(struct replay_actor *actor);
	/* It has finished. Returns when it need not be held any more. */
	void (*finish)(struct replay_actor *actor);

	/*
	 * Time has passed, and no actor has run, or is going to. True: the execution is over, since
	 * the tasks of an unmodified program may wait for ever.
	 */
	bool (*idle)(void);
	/* Writes where the execution is, as the begin of a message. */
	void (*where)(char *buf, size_t size);
	/* The guest is about to end early, and has reported why. */
	void (*over)(void);
};

extern const struct replay_director *replay_director;
extern const struct replay_director replay_steps, replay_explore;

/* The director decides nothing more: all actors run free. */
extern bool replay_free;
extern const struct task_struct *replay_waiter; /* the task in replay_direct() */

#endif /* _REPLAY_DIRECTOR_H */
