// SPDX-License-Identifier: GPL-2.0
/*
 * An execution: from the actors' coming to their end. Whoever has started them waits here,
 * and sees whether anybody still runs.
 */
#include <linux/hrtimer.h>
#include <linux/ktime.h>
#include <linux/sched.h>
#include <linux/string.h>

#include "actors.h"
#include "calls.h"
#include "context.h"
#include "director.h"
#include "execution.h"
#include "sink.h"

/*
 * An actor that has slept for so long, while the guest had nothing else to do,
 * waits for something that only another actor can give. In virtual time: what
 * the actor itself waits for, a device or a timer, comes first and costs nothing.
 * A control group above its limit makes a task wait for two seconds. The timer is none of those
 * that count jiffies, which end the later the more jiffies there were before.
 */
#define PATIENCE 3 /* s */

/* So many times that patience, and nobody has run since all run free: nobody is going to. */
#define REST 10

/* A step in which the actor sleeps and wakes for so many times that is not going to end. */
#define IMPATIENCE 60

static unsigned long switches(void)
{
	unsigned long sum = 0;
	unsigned int i;

	for (i = 0; i < replay_nr_actors; i++)
		sum += replay_actors[i].task->nvcsw + replay_actors[i].task->nivcsw;
	return sum;
}

static bool has_timed(void)
{
	unsigned int i;

	for (i = 0; i < replay_nr_actors; i++)
		if (!replay_actors[i].finished && replay_actors[i].timed)
			return true;
	return false;
}

/**
 * replay_direct() - see the actors through the schedule, until all have finished
 * @actors: how many to wait for before the first step
 *
 * Context: Process context, sleeps. Not to be called by an actor.
 */
void replay_direct(unsigned int actors)
{
	const ktime_t patience = ktime_set(PATIENCE, 0);
	unsigned long before;
	unsigned int i, turn, rounds = 0, rest = 0;

	if (wait_event_hrtimeout(replay_wait, replay_nr_actors >= actors, patience))
		replay_broken("%u actors were announced and %u came", actors, replay_nr_actors);

	replay_waiter = current;
	replay_on = true;
	replay_record();
	replay_came = true;
	replay_sink_begin();
	for (i = 0; i < replay_nr_actors; i++)
		replay_actors[i].since = 0;
	replay_director->begin();
	do {
		turn = replay_turn;
		before = switches();
		if (!wait_event_hrtimeout(replay_wait, replay_free && replay_all_finished(),
					  patience))
			break;
		rounds = turn == replay_turn ? rounds + 1 : 0;
		/* What an actor waits for by itself comes first, however long it takes. */
		rest = rounds && before == switches() && !has_timed() ? rest + 1 : 0;
		if (rest == (replay_free ? REST : 1)) {
			replay_director->idle();
			rounds = rest = 0;
		} else if (rounds == IMPATIENCE) {
			replay_broken("the step does not end: %u s of the guest's time have passed",
				      IMPATIENCE * PATIENCE);
		}
	} while (1);
	replay_on = false;
}

/* The actor's part is done. Returns when the schedule is over. */
void replay_actor_finish(struct replay_actor *actor)
{
	actor->finished = true;
	strcpy(actor->at, "finish");
	replay_director->finish(actor);
}

/* The task of an actor exits: what is left of it is nobody's affair, and it is not held. */
void __replay_exit(void)
{
	struct replay_actor *actor = replay_actor_of(current);
	unsigned int signal = current->exit_code & 0x7f;

	if (!actor)
		return;
	actor->exited = true;
	if (actor->finished)
		return;
	replay_calls_return(actor);
	if (signal)
		replay_trace(actor, REPLAY_EVENT_exit, "killed by signal %u", signal);
	else
		replay_trace(actor, REPLAY_EVENT_exit, "status %u",
			     (unsigned int)current->exit_code >> 8);
	replay_actor_finish(actor);
}
