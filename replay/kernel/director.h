/* SPDX-License-Identifier: GPL-2.0 */
/*
 * A director decides which actor runs, and until where. The runtime below it reports to it where
 * an actor is, and never asks which director it is.
 */
#ifndef _REPLAY_DIRECTOR_H
#define _REPLAY_DIRECTOR_H

#include "actor.h"

struct replay_director {
	/* Another execution in this boot: 0, -ENODEV where there is but one, -ENODATA. */
	int (*next)(void);
	/* All actors have come, and are held. */
	void (*begin)(void);

	/* Of the current actor, in any context. Each may hold it, where it may sleep: */

	/* It is at a label; @passes: how often actors were, where the kernel counts that. */
	void (*pass)(struct replay_actor *actor, const char *label, unsigned int passes);
	/* It is at the entry of a function. True where it is in the trace that it was. */
	bool (*enter)(struct replay_actor *actor, const char *function);
	/* The call that replay_leave() named is over. */
	void (*leave)(struct replay_actor *actor, const char *function);
	/* Behind replay_park_at_next_call(): at the entry of any function, where it may sleep. */
	bool (*park)(struct replay_actor *actor, const char *function);
	/* It is let, and goes to sleep, in the state that it has already. It does not hold it. */
	void (*sleep)(struct replay_actor *actor);
	/* Are turns of the kernel's actors kept now, before their beginning? */
	bool (*keeps_turns)(void);
	/* A turn, or a task that was announced, has come, and is not let. True: it goes on. */
	bool (*due)(struct replay_actor *actor);
	/* It is not let, and was woken. True: it goes on. */
	bool (*wake)(struct replay_actor *actor);
	/* Its part is done. Returns when it need not be held any more. */
	void (*finish)(struct replay_actor *actor);

	/*
	 * Time has passed, and nobody has run, or is going to. True: it is over, since the tasks of an
	 * unmodified program may wait for ever.
	 */
	bool (*idle)(void);
	/* Where the execution is, for a message that goes on behind it. */
	void (*where)(char *buf, size_t size);
	/* The guest is about to end before its end, and has said why. */
	void (*over)(void);
};

extern const struct replay_director *replay_director;
extern const struct replay_director replay_steps, replay_explore;

/* Nothing is left to be decided but by those that run: they go on as they can. */
extern bool replay_free;
/* In this execution the actors have come: what is wrong now may be their doing. */
extern bool replay_came;
/* Counts what the director has said that may last for ever, or not: steps, executions. */
extern unsigned int replay_turn;
extern const struct task_struct *replay_waiter; /* it waits until the actors have finished */

#endif /* _REPLAY_DIRECTOR_H */
