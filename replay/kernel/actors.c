// SPDX-License-Identifier: GPL-2.0
/* Actors: who there is, and how each of them is held and goes on: by its carrier. */
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

/* There is one carrier, and all tasks are held by it. */
static const struct replay_carrier *const carrier = &replay_park;

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
	return carrier->awake(actor);
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
	carrier->keep(actor, state);
}

/**
 * replay_let() - let an actor run
 * @actor: whom; where it sleeps by itself, it goes on when it is woken
 *
 * Context: Any.
 */
void replay_let(struct replay_actor *actor)
{
	carrier->let(actor);
}

/* The schedule is over: everybody goes on as the scheduler likes. */
void replay_release_all(void)
{
	unsigned int i;

	for (i = 0; i < replay_nr_actors; i++)
		replay_let(&replay_actors[i]);
}

bool replay_all_finished(void)
{
	unsigned int i;

	for (i = 0; i < replay_nr_actors; i++)
		if (!replay_actors[i].finished)
			return false;
	return true;
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
	wake_up(&replay_wait);
	replay_keep(actor, REPLAY_HELD);
	return 0;
}
