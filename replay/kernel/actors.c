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

/* Whose turns the calls of the function at @entry are: nobody shares one. */
struct replay_actor *replay_actor_of_function(unsigned long entry)
{
	unsigned int i;

	for (i = 0; entry && i < replay_nr_actors; i++)
		if (replay_actors[i].entry == entry)
			return &replay_actors[i];
	return NULL;
}

/* The actor of the kernel whose turn it is in this interrupt or softirq: neither has a task of its own. */
struct replay_actor **replay_in_interrupt(void)
{
	return hardirq_count() ? &replay_in_hardirq : &replay_in_softirq;
}

/**
 * replay_actor_here() - whose doing is what runs now?
 *
 * Return: NULL where it is no actor's, as what an interrupt does, whoever it interrupted.
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

/* It is kept, or runs, or was woken and waits for the CPU. */
bool replay_awake(const struct replay_actor *actor)
{
	return actor->carrier->awake(actor);
}

/**
 * replay_keep() - keep the current task, an actor, until it is let
 * @actor: the actor that is current
 * @state: why it is kept
 *
 * Context: As its carrier wants.
 */
void replay_keep(struct replay_actor *actor, enum replay_state state)
{
	actor->carrier->keep(actor, state);
}

/**
 * replay_let() - let an actor run
 * @actor: whom; where it sleeps by itself, it goes on when it is woken
 *
 * Context: Any.
 */
void replay_let(struct replay_actor *actor)
{
	actor->carrier->let(actor);
}

/* The schedule is over: everybody goes on as the scheduler likes. */
void replay_release_all(void)
{
	unsigned int i;

	for (i = 0; i < replay_nr_actors; i++)
		replay_let(&replay_actors[i]);
}

/* Those that have come by themselves, and are there. */
unsigned int replay_nr_come(void)
{
	unsigned int i, nr = 0;

	for (i = 0; i < replay_nr_actors; i++)
		if (replay_context_is_user(replay_actors[i].context) && replay_actors[i].task &&
		    !replay_actors[i].exited)
			nr++;
	return nr;
}

/* A child that has never come has nothing to finish. */
bool replay_program_finished(void)
{
	unsigned int i;

	for (i = 0; i < replay_nr_actors; i++)
		if (replay_context_is_user(replay_actors[i].context) && replay_actors[i].task &&
		    !replay_actors[i].finished)
			return false;
	return true;
}

/* Some actors are the kernel's. */
bool replay_kernel_acts(void)
{
	unsigned int i;

	for (i = 0; i < replay_nr_actors; i++)
		if (!replay_context_is_user(replay_actors[i].context))
			return true;
	return false;
}

/* A kernel thread is not waited for: it never ends, as a rule. */
bool replay_all_finished(void)
{
	unsigned int i;

	for (i = 0; i < replay_nr_actors; i++) {
		const struct replay_actor *actor = &replay_actors[i];

		if (replay_context_is_user(actor->context) ||
		    actor->context == REPLAY_CONTEXT_kthread)
			continue;
		if (actor->task || actor->due || actor->coming)
			return false;
	}
	return replay_program_finished();
}

/**
 * replay_actor_announce() - an actor that comes later, or is the kernel's
 * @name: what the schedule calls it
 * @context: what it runs in
 * @target: of a context of the kernel; else empty
 * @added: is the actor
 *
 * Return: 0, -EEXIST where the name is an actor already, -ENOSPC where there are
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

/* What @task does from here on is what @actor does, from its start. */
void replay_actor_takes(struct replay_actor *actor, struct task_struct *task)
{
	actor->task = task;
	actor->state = REPLAY_RUNNABLE;
	actor->nr_calls = 0;
	actor->finished = actor->finished_or = actor->exited = false;
	strcpy(actor->at, "start");
}

/**
 * replay_actor_bind() - the current task is an actor
 * @name: what the schedule calls it; it may be announced
 * @bound: is the actor
 *
 * Return: 0, as replay_actor_announce(), or -EEXIST where the task is an actor already.
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

	/* Where executions are explored a process comes anew in each. */
	if (actor->task)
		put_task_struct(actor->task);
	get_task_struct(current);
	replay_actor_takes(actor, current);
	*bound = actor;
	return 0;
}
