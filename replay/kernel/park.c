// SPDX-License-Identifier: GPL-2.0
/*
 * Park: this carrier makes the actor sleep, as if the kernel had preempted it at that place. It
 * keeps the actor's task state and its plugged block requests, and no wakeup is lost.
 */
#include <linux/blkdev.h>
#include <linux/irqflags.h>
#include <linux/sched/signal.h>

#include "carrier.h"
#include "context.h"

static bool awake(const struct replay_actor *actor)
{
	return actor->task &&
	       (actor->state != REPLAY_RUNNABLE || replay_task_state(actor->task) == TASK_RUNNING);
}

/*
 * Before the race, and when it has finished, an actor is not in its part. There it answers signals,
 * as other threads may wait until it has: for its exit, a core dump, or that it changes who it is,
 * too. Its command is restarted behind that.
 */
static bool is_outside(const struct replay_actor *actor)
{
	return actor->finished || !replay_came;
}

static bool is_interrupted(const struct replay_actor *actor)
{
	return is_outside(actor) && signal_pending(current);
}

/*
 * Between set_current_state() and schedule() the task's own state matters. A wakeup that comes
 * while the task is held must end the sleep that the task is about to begin; without a wakeup it
 * must still sleep. So the task is held in that state, and gets it back afterwards, unless another
 * task woke it.
 *
 * Context: Process context where the task may sleep.
 */
static void replay_park_keep(struct replay_actor *actor, enum replay_state state)
{
	struct blk_plug *plug = current->plug;
	unsigned int kept;
	bool inside = replay_inside;

	actor->task_state = replay_task_state(current);
	actor->state = state;
	actor->since = replay_now();
	/* schedule() would submit plugged requests; a preempted task keeps them. */
	current->plug = NULL;
	replay_inside = false;

	while (!actor->let && !is_interrupted(actor)) {
		kept = is_outside(actor) ? TASK_INTERRUPTIBLE : TASK_UNINTERRUPTIBLE;
		WRITE_ONCE(replay_task_state(current), actor->task_state ?: kept);
		schedule();
		if (!actor->let)
			actor->task_state = TASK_RUNNING;
	}

	replay_inside = inside;
	current->plug = plug;
	actor->interrupted = !actor->let;
	actor->state = REPLAY_RUNNABLE;
}

/*
 * Puts the actor on the run queue, in its own task state: a wakeup before its next instruction
 * finds it as it finds a preempted task. If another task has woken it, and it has not run since, it
 * is there already, and no longer in that state.
 *
 * Context: Any.
 */
static void let(struct replay_actor *actor)
{
	unsigned long flags;

	actor->let = true;
	actor->since = replay_now();
	if (actor->state == REPLAY_RUNNABLE)
		return;

	local_irq_save(flags);
	if (replay_task_state(actor->task) != TASK_RUNNING) {
		wake_up_process(actor->task);
		WRITE_ONCE(replay_task_state(actor->task), actor->task_state);
	}
	local_irq_restore(flags);
}

const struct replay_carrier replay_park = {
	.keep = replay_park_keep,
	.let = let,
	.awake = awake,
};
