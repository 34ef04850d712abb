// SPDX-License-Identifier: GPL-2.0
/*
 * Points: labels that a hook puts into the kernel, labels that the program in
 * the guest passes, the entry of an instrumented function, and any other place,
 * where gdb sends an actor through replay_enter().
 */
#include <linux/kernel.h>
#include <linux/preempt.h>
#include <linux/seq_file.h>
#include <linux/string.h>
#include <linux/thread_info.h>

#include "internal.h"

/* The linker gathers them, since the section's name is a C identifier. */
extern struct replay_label __start_replay_labels[], __stop_replay_labels[];

/* For gdb, which tells by the stack whose task it looks at. */
const unsigned long replay_stack_size = THREAD_SIZE;

bool replay_label_exists(const char *name)
{
	const struct replay_label *label;

	for (label = __start_replay_labels; label < __stop_replay_labels; label++)
		if (!strcmp(label->name, name))
			return true;
	return false;
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

/* The actor is where its step ends: ask who goes on. */
static void stop_here(struct replay_actor *actor)
{
	char why[128];

	replay_step_over(actor);
	if (actor->let)
		return;

	if (replay_atomic(why, sizeof(why)))
		replay_broken(
			"cannot hold '%s' at '%s', where it must not sleep: %s; let '%s' itself go on from there, or hold it elsewhere",
			actor->name, actor->at, why, actor->name);
	replay_trace(actor, "held", "%s", actor->at);
	replay_keep(actor, REPLAY_HELD);
}

static void pass(struct replay_actor *actor, const char *name, const struct replay_facts *facts,
		 unsigned int passes)
{
	bool reached = actor->let && replay_step.actor == actor &&
		       replay_step.verb == REPLAY_REACH && !strcmp(replay_step.target, name);
	bool inside = replay_inside;

	replay_calls_return(actor);
	replay_inside = true;
	strscpy(actor->at, name, sizeof(actor->at));
	actor->facts = *facts;
	if (replay_exploring) {
		replay_order_pass(actor, name, facts, passes);
	} else {
		replay_trace_facts(actor, reached ? "reach" : "pass", name, facts);
		if (reached)
			stop_here(actor);
	}
	replay_inside = inside;
}

void __replay_point(struct replay_label *label, const struct replay_facts *facts)
{
	struct replay_actor *actor = replay_actor_of(current);

	/* An interrupt's work is not the actor's, whoever it interrupted. */
	if (!actor || !in_task())
		return;
	label->passes++;
	pass(actor, label->name, facts, label->passes);
}

/* A label of the program in the guest has a colon in front, here and in a schedule. */
int replay_point_user(struct replay_actor *actor, const char *name)
{
	char label[REPLAY_NAME_MAX];

	if (snprintf(label, sizeof(label), ":%s", name) >= sizeof(label))
		return -EINVAL;
	pass(actor, label, &(const struct replay_facts){}, 0);
	return 0;
}

/**
 * replay_point_enter() - an actor is at the entry of a function
 * @actor: the actor that is current
 * @function: the name that a step has for it
 *
 * Return: true where its step ends here, once it is let again.
 *
 * Context: Any, as for replay_point().
 */
bool replay_point_enter(struct replay_actor *actor, const char *function)
{
	if (!actor->let || replay_step.actor != actor || replay_step.verb != REPLAY_ENTER ||
	    strcmp(replay_step.target, function))
		return false;
	strscpy(actor->at, function, sizeof(actor->at));
	memset(&actor->facts, 0, sizeof(actor->facts));
	replay_trace(actor, "enter", "%s", actor->at);
	stop_here(actor);
	return true;
}
