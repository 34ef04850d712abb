// SPDX-License-Identifier: GPL-2.0
/*
 * Points: the labels that hooks put into the kernel, the labels of the guest's program, and the
 * places where an actor goes to sleep and where it is woken. calls.c has the entries of
 * functions. The director decides what happens at a point.
 */
#include <linux/kernel.h>
#include <linux/preempt.h>
#include <linux/seq_file.h>
#include <linux/string.h>
#include <linux/thread_info.h>

#include "actors.h"
#include "calls.h"
#include "context.h"
#include "contexts.h"
#include "director.h"
#include "modules.h"
#include "points.h"
#include "sink.h"
#include "turns.h"

/* The linker defines these symbols, since the section's name is a C identifier. */
extern struct replay_label __start_replay_labels[], __stop_replay_labels[];

/* For gdb, which finds the current task by the stack pointer. */
const unsigned long replay_stack_size = THREAD_SIZE;

bool replay_label_exists(const char *name)
{
	const struct replay_label *label;

	for (label = __start_replay_labels; label < __stop_replay_labels; label++)
		if (!strcmp(label->name, name))
			return true;
	return replay_is_awaited(name);
}

void replay_labels_print(char *buf, size_t size)
{
	const struct replay_label *label;
	size_t len = 0;

	for (label = __start_replay_labels; label < __stop_replay_labels; label++)
		len += scnprintf(buf + len, size - len, " %s", label->name);
}

void replay_labels_show(struct seq_file *file)
{
	const struct replay_label *label;

	for (label = __start_replay_labels; label < __stop_replay_labels; label++)
		seq_printf(file, "%s %u\n", label->name, label->passes);
}

void replay_labels_reset(void)
{
	struct replay_label *label;

	for (label = __start_replay_labels; label < __stop_replay_labels; label++)
		label->passes = 0;
}

static void pass(struct replay_actor *actor, const char *name, const struct replay_fact *facts,
		 unsigned int nr, unsigned int passes)
{
	bool inside = replay_inside;

	replay_calls_return(actor);
	replay_inside = true;
	strscpy(actor->at, name, sizeof(actor->at));
	memset(actor->facts, 0, sizeof(actor->facts));
	memcpy(actor->facts, facts, nr * sizeof(*facts));
	replay_director->pass(actor, name, passes);
	replay_inside = inside;
}

void __replay_point(struct replay_label *label, const struct replay_fact *facts, unsigned int nr)
{
	struct replay_actor *actor = replay_actor_here();

	if (!actor)
		return;
	label->passes++;
	pass(actor, label->name, facts, nr, label->passes);
}

/* A label of the guest's program has a colon in front, here and in a schedule. */
int replay_point_user(struct replay_actor *actor, const char *name)
{
	char label[REPLAY_NAME_MAX];

	if (snprintf(label, sizeof(label), ":%s", name) >= sizeof(label))
		return -EINVAL;
	pass(actor, label, NULL, 0, 0);
	return 0;
}

void __replay_sleep(void)
{
	struct replay_actor *actor = replay_actor_of(current);

	if (!actor || !actor->let || replay_task_state(current) == TASK_RUNNING)
		return;
	replay_calls_return(actor);
	if (actor->context == REPLAY_CONTEXT_kthread && replay_kthread_rests(actor)) {
		replay_actor_finish(actor);
		return;
	}
	replay_director->sleep(actor);
}

void __replay_gate(void)
{
	struct replay_actor *actor = replay_actor_of(current);

	if (actor)
		actor->timed = false;
	/*
	 * If the actor is held already, this is the sleep in replay_keep(). What it does before the
	 * race or behind its part is not held.
	 */
	if (!actor || !replay_came || actor->let || actor->finished ||
	    actor->state != REPLAY_RUNNABLE)
		return;

	if (!replay_director->wake(actor))
		replay_keep(actor, REPLAY_GATED);
}

void __replay_woken(const struct task_struct *task)
{
	struct replay_actor *actor;

	if (task->flags & PF_KTHREAD) {
		replay_kthread_woken((struct task_struct *)task);
		replay_kthread_runs(task);
	}
	actor = replay_actor_of(task);
	if (!actor)
		return;
	actor->timed = false;
	if (actor->finished && actor->context == REPLAY_CONTEXT_kthread && replay_turns_are_kept())
		replay_turn_due(actor);
	else if (!actor->let && actor->state == REPLAY_RUNNABLE && task != current)
		replay_trace(actor, REPLAY_EVENT_wake, NULL);
}

void __replay_timed(const struct task_struct *task)
{
	struct replay_actor *actor = replay_actor_of(task);

	if (actor)
		actor->timed = true;
}
