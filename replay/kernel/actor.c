// SPDX-License-Identifier: GPL-2.0
/*
 * Actors: who is let, and how the others are kept. A kept actor sleeps, and
 * nothing that it would meet on waking is lost: it is as if it had been
 * preempted where it stands.
 */
#include <linux/blkdev.h>
#include <linux/err.h>
#include <linux/irqflags.h>
#include <linux/sched/task.h>
#include <linux/string.h>

#include "internal.h"

#ifdef get_current_state
#define task_state(task) ((task)->__state)
#else
#define task_state(task) ((task)->state)
#endif

struct replay_actor replay_actors[REPLAY_ACTORS_MAX];
unsigned int replay_nr_actors;
bool replay_on;

struct replay_actor *replay_actor_of(const struct task_struct *task)
{
	unsigned int i;

	for (i = 0; i < replay_nr_actors; i++)
		if (replay_actors[i].task == task)
			return &replay_actors[i];
	return NULL;
}

struct replay_actor *replay_actor_named(const char *name, size_t len)
{
	unsigned int i;

	for (i = 0; i < replay_nr_actors; i++)
		if (strlen(replay_actors[i].name) == len &&
		    !memcmp(replay_actors[i].name, name, len))
			return &replay_actors[i];
	return NULL;
}

/* It is kept, or runs, or was woken and waits for the CPU. */
bool replay_awake(const struct replay_actor *actor)
{
	return actor->state != REPLAY_RUNNABLE || task_state(actor->task) == TASK_RUNNING;
}

/**
 * replay_keep() - keep the current task, an actor, until it is let
 * @actor: the actor that is current
 * @state: why it is kept
 *
 * Between set_current_state() and schedule() the task's own state matters: a
 * wake-up that comes while it is kept must end the sleep that it is about to
 * begin, and without one it must still sleep. So it is kept in that state, and
 * has it again afterwards, unless somebody else woke it.
 *
 * Context: Process context where the task may sleep.
 */
void replay_keep(struct replay_actor *actor, enum replay_state state)
{
	struct blk_plug *plug = current->plug;
	bool inside = replay_inside;

	actor->task_state = task_state(current);
	actor->state = state;
	actor->since = replay_now();
	/* schedule() would submit what is plugged; a preempted task keeps it. */
	current->plug = NULL;
	replay_inside = false;

	while (!actor->let) {
		WRITE_ONCE(task_state(current), actor->task_state ?: TASK_UNINTERRUPTIBLE);
		schedule();
		if (!actor->let)
			actor->task_state = TASK_RUNNING;
	}

	replay_inside = inside;
	current->plug = plug;
	actor->state = REPLAY_RUNNABLE;
}

/**
 * replay_let() - let an actor run
 * @actor: whom; where it sleeps by itself, it goes on when it is woken
 *
 * Context: Any.
 */
void replay_let(struct replay_actor *actor)
{
	unsigned long flags;

	actor->let = true;
	actor->since = replay_now();
	if (actor->state == REPLAY_RUNNABLE)
		return;

	/*
	 * On the run queue, in its own state: a wake-up between here and its
	 * next instruction finds it as it finds a preempted task.
	 */
	local_irq_save(flags);
	wake_up_process(actor->task);
	WRITE_ONCE(task_state(actor->task), actor->task_state);
	local_irq_restore(flags);
}

/* The schedule is over: everybody goes on as the scheduler likes. */
void replay_release_all(void)
{
	unsigned int i;

	for (i = 0; i < replay_nr_actors; i++)
		replay_let(&replay_actors[i]);
}

void __replay_sleep(void)
{
	struct replay_actor *actor = replay_actor_of(current);

	if (!actor || !actor->let || task_state(current) == TASK_RUNNING)
		return;
	replay_calls_return(actor);
	if (replay_exploring) {
		replay_order_sleep(actor);
		return;
	}
	if (replay_step.actor != actor || replay_step.verb != REPLAY_SLEEP)
		return;

	replay_trace(actor, "sleep", NULL);
	replay_step_over(actor);
}

void __replay_gate(void)
{
	struct replay_actor *actor = replay_actor_of(current);

	/* Kept already: this is the sleep in replay_keep(). */
	if (!actor || actor->let || actor->state != REPLAY_RUNNABLE)
		return;

	if (replay_exploring && replay_order_wake(actor))
		return;
	replay_trace(actor, "wake", NULL);
	replay_keep(actor, REPLAY_GATED);
}

/**
 * replay_actor_add() - make the current task an actor, and keep it until it is let
 * @name: what the schedule calls it
 *
 * Return: 0, -EEXIST where the name or the task is an actor already, -ENOSPC
 * where there are REPLAY_ACTORS_MAX, -EINVAL for a name that is empty or too long.
 *
 * Context: Process context, may sleep.
 */
int replay_actor_add(const char *name)
{
	struct replay_actor *actor = &replay_actors[replay_nr_actors];
	size_t len = strlen(name);

	if (!len || len >= sizeof(actor->name))
		return -EINVAL;
	if (replay_actor_named(name, len) || replay_actor_of(current))
		return -EEXIST;
	if (replay_nr_actors == REPLAY_ACTORS_MAX)
		return -ENOSPC;

	memset(actor, 0, sizeof(*actor));
	strcpy(actor->name, name);
	actor->task = current;
	strcpy(actor->at, "start");
	get_task_struct(current);
	if (!replay_nr_actors++)
		replay_complaints_begin();
	replay_on = true;
	replay_arrived();
	replay_keep(actor, REPLAY_HELD);
	return 0;
}
