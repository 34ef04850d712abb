// SPDX-License-Identifier: GPL-2.0
/* Actors: the list of all actors. An actor's carrier holds it and lets it go on. */
#include <linux/err.h>
#include <linux/sched/task.h>
#include <linux/string.h>

#include "actors.h"
#include "carrier.h"
#include "context.h"

struct replay_actor replay_actors[REPLAY_ACTORS_MAX];
unsigned int replay_nr_actors;
bool replay_on;
DECLARE_WAIT_QUEUE_HEAD(replay_wait);
static struct replay_actor *replay_in_softirq, *replay_in_hardirq; /* debug.gdb reads them, too */

struct replay_actor *replay_actor_of(const struct task_struct *task)
{
	unsigned int i;

	for (i = 0; i < replay_nr_actors; i++)
		if (replay_actors[i].task == task)
			return &replay_actors[i];
	return NULL;
}

/* The actor whose turns are the calls of the function at @entry. No two actors share a function. */
struct replay_actor *replay_actor_of_function(unsigned long entry)
{
	unsigned int i;

	for (i = 0; entry && i < replay_nr_actors; i++)
		if (replay_actors[i].entry == entry)
			return &replay_actors[i];
	return NULL;
}

/* The actor whose turn runs in this hard interrupt or softirq, which has no task of its own. */
struct replay_actor **replay_in_interrupt(void)
{
	return hardirq_count() ? &replay_in_hardirq : &replay_in_softirq;
}

/**
 * replay_actor_here() - the actor on whose behalf the current code runs
 *
 * Return: the actor; NULL if there is none. What an interrupt does is not the doing of the task
 * that it interrupted.
 *
 * Context: Any.
 */
struct replay_actor *replay_actor_here(void)
{
	if (in_task())
		return replay_actor_of(current);
	return *replay_in_interrupt();
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

/* The actor is held, or runs, or was woken and waits for the CPU. */
bool replay_awake(const struct replay_actor *actor)
{
	return actor->carrier->awake(actor);
}

/**
 * replay_keep() - hold the current task, an actor, until the director lets it
 * @actor: the current actor
 * @state: why it is held
 *
 * Context: As its carrier requires.
 */
void replay_keep(struct replay_actor *actor, enum replay_state state)
{
	actor->carrier->keep(actor, state);
}

/**
 * replay_let() - let an actor run
 * @actor: the actor; if it sleeps by itself, it goes on once it is woken
 *
 * Context: Any.
 */
void replay_let(struct replay_actor *actor)
{
	actor->carrier->let(actor);
}

/* The schedule is over: the scheduler alone decides which actor runs. */
void replay_release_all(void)
{
	unsigned int i;

	for (i = 0; i < replay_nr_actors; i++)
		replay_let(&replay_actors[i]);
}

/* The number of actors of the program that have registered, and have not exited. */
unsigned int replay_nr_come(void)
{
	unsigned int i, nr = 0;

	for (i = 0; i < replay_nr_actors; i++)
		if (replay_context_is_user(replay_actors[i].context) && replay_actors[i].task &&
		    !replay_actors[i].exited)
			nr++;
	return nr;
}

/* A child that has never registered has nothing to finish. */
bool replay_program_finished(void)
{
	unsigned int i;

	for (i = 0; i < replay_nr_actors; i++)
		if (replay_context_is_user(replay_actors[i].context) && replay_actors[i].task &&
		    !replay_actors[i].finished)
			return false;
	return true;
}

/* Are there actors of the kernel? */
bool replay_kernel_acts(void)
{
	unsigned int i;

	for (i = 0; i < replay_nr_actors; i++)
		if (!replay_context_is_user(replay_actors[i].context))
			return true;
	return false;
}

/* A kernel thread has a task between two turns, too. */
bool replay_all_finished(void)
{
	unsigned int i;

	for (i = 0; i < replay_nr_actors; i++) {
		const struct replay_actor *actor = &replay_actors[i];

		if (replay_context_is_user(actor->context))
			continue;
		if (actor->context == REPLAY_CONTEXT_kthread ?
			    !actor->finished :
			    actor->task || actor->due || actor->coming)
			return false;
	}
	return replay_program_finished();
}

/**
 * replay_actor_announce() - add an actor that registers later, or is one of the kernel
 * @name: its name in the schedule
 * @context: in which it runs
 * @target: of an actor of the kernel; otherwise empty
 * @added: gets the actor
 *
 * Return: 0, -EEXIST if an actor has this name already, -ENOSPC if there are
 * REPLAY_ACTORS_MAX, -EINVAL for a name or target that is empty or too long.
 *
 * Context: Process context.
 */
int replay_actor_announce(const char *name, enum replay_context context, const char *target,
			  struct replay_actor **added)
{
	struct replay_actor *actor = &replay_actors[replay_nr_actors];
	size_t len = strlen(name);

	if (!len || len >= sizeof(actor->name) || strlen(target) >= sizeof(actor->target))
		return -EINVAL;
	if (!*target && !replay_context_is_user(context))
		return -EINVAL;
	if (replay_actor_named(name, len))
		return -EEXIST;
	if (replay_nr_actors == REPLAY_ACTORS_MAX)
		return -ENOSPC;

	memset(actor, 0, sizeof(*actor));
	strcpy(actor->name, name);
	strcpy(actor->target, target);
	strcpy(actor->at, "start");
	actor->context = context;
	actor->carrier = &replay_park;
	actor->finished = !replay_context_is_user(context);
	if (!replay_nr_actors++)
		replay_complaints_begin();
	replay_on = true;
	*added = actor;
	return 0;
}

/* From here on @task is @actor, at its start. */
void replay_actor_takes(struct replay_actor *actor, struct task_struct *task)
{
	actor->task = task;
	actor->state = REPLAY_RUNNABLE;
	actor->nr_calls = 0;
	actor->finished = actor->finished_or = actor->dies = actor->exited = actor->forked = false;
	strcpy(actor->at, "start");
}

/**
 * replay_actor_bind() - make the current task an actor
 * @name: its name in the schedule; an announced actor may have it
 * @bound: gets the actor
 *
 * Return: 0, as replay_actor_announce(), or -EEXIST if the task is an actor already.
 *
 * Context: Process context.
 */
int replay_actor_bind(const char *name, struct replay_actor **bound)
{
	struct replay_actor *actor = replay_actor_named(name, strlen(name));
	int error;

	if (replay_actor_of(current))
		return -EEXIST;
	if (!actor) {
		error = replay_actor_announce(name, REPLAY_CONTEXT_thread, "", &actor);
		if (error)
			return error;
	} else if (!replay_context_is_user(actor->context) || (actor->task && !actor->exited)) {
		return -EEXIST;
	}

	/* In an exploration, a new process registers in each execution. */
	if (actor->task)
		put_task_struct(actor->task);
	get_task_struct(current);
	replay_actor_takes(actor, current);
	*bound = actor;
	return 0;
}
