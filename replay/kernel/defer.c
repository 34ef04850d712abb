// SPDX-License-Identifier: GPL-2.0
/*
 * This carrier delays delivery; the kernel sees the item as pending. An expired timer waits on
 * our list, where timer_delete() finds it. An hrtimer is re-armed for KTIME_MAX. An RCU callback
 * is not called yet, so rcu_barrier() waits for it. A softirq's pending bit is cleared.
 *
 * To let an item, replay gives it back to its subsystem, which calls it as usual.
 */
#include <linux/hrtimer.h>
#include <linux/interrupt.h>
#include <linux/kernel.h>
#include <linux/list.h>
#include <linux/rcupdate.h>
#include <linux/rcupdate_wait.h>
#include <linux/sched/task_stack.h>
#include <linux/string.h>
#include <linux/timer.h>

#include <linux/replay_context.h>

#include "actors.h"
#include "carrier.h"
#include "context.h"
#include "defer.h"
#include "director.h"
#include "sink.h"
#include "turns.h"

/* The timers and callbacks that are held, oldest first. */
static HLIST_HEAD(timers);
static bool delivering; /* a timer goes back to its subsystem */
static struct rcu_head *callbacks, **callbacks_tail = &callbacks;

static struct replay_actor *actor_of(enum replay_context context, unsigned long function)
{
	struct replay_actor *actor = replay_actor_of_function(function);

	return actor && actor->context == context ? actor : NULL;
}

/* A turn has come. Must it be held? */
static bool is_kept(struct replay_actor *actor)
{
	if (!actor || !replay_turns_are_kept())
		return false;
	replay_turn_due(actor);
	return !actor->let && !replay_director->due(actor);
}

/* The timer that ends a sleep is on the stack of who sleeps. */
static bool is_on_stack(const void *timer, const struct task_struct *task)
{
	unsigned long at = (unsigned long)timer, stack;

	if (!task)
		return false;
	stack = (unsigned long)task_stack_page(task);
	return at >= stack && at < stack + THREAD_SIZE;
}

/* Nothing but a step ends the sleep of an actor whose timer is held. */
static void not_timed(const void *timer)
{
	unsigned int i;

	for (i = 0; i < replay_nr_actors; i++)
		if (is_on_stack(timer, replay_actors[i].task))
			replay_actors[i].timed = false;
}

bool __replay_timer_due(struct timer_list *timer)
{
	struct replay_actor *actor = actor_of(REPLAY_CONTEXT_timer, (unsigned long)timer->function);
	struct hlist_node **last = &timers.first;

	/* A timer that was held and is let expires again. */
	if ((actor && actor->coming) || !is_kept(actor)) {
		replay_runs(REPLAY_CONTEXT_timer, timer->function);
		return false;
	}
	hlist_del(&timer->entry);
	/*
	 * This index is no bucket of the wheel, so mod_timer() always takes the timer off our list.
	 */
	timer->flags |= TIMER_ARRAYMASK;
	while (*last)
		last = &(*last)->next;
	timer->entry.next = NULL;
	timer->entry.pprev = last;
	*last = &timer->entry;
	actor->due++;
	not_timed(timer);
	return true;
}

/* The function that has called the timer API. */
static void name_caller(char *buf, size_t size)
{
	static const char *const timers_own[] = {
		"detach_",	"del_timer", "try_to_del_timer", "timer_",   "__timer_",
		"__try_to_del", "mod_timer", "__mod_timer",	 "hrtimer_", "__hrtimer_",
	};
	unsigned long entries[16];
	unsigned int i, j, nr = replay_stack_of(current, entries, ARRAY_SIZE(entries));

	for (i = 0; i < nr; i++) {
		replay_function_name(buf, size, entries[i]);
		for (j = 0; j < ARRAY_SIZE(timers_own); j++)
			if (!strncmp(buf, timers_own[j], strlen(timers_own[j])))
				break;
		if (j == ARRAY_SIZE(timers_own))
			return;
	}
}

/* A turn that was due was taken back; the trace says by whom, and where. */
static void tell_undone(struct replay_actor *actor)
{
	const struct replay_actor *by = replay_actor_here();
	char where[128];

	actor->due--;
	actor->finished = !actor->due;
	name_caller(where, sizeof(where));
	snprintf(actor->undone, sizeof(actor->undone), "by '%s' in %s",
		 by ? by->name : current->comm, where);
	replay_trace(actor, REPLAY_EVENT_undone, "%s", actor->undone);
}

void __replay_timer_gone(struct timer_list *timer)
{
	struct replay_actor *actor;
	struct timer_list *kept;

	if (delivering)
		return;
	hlist_for_each_entry(kept, &timers, entry) {
		if (kept != timer)
			continue;
		actor = actor_of(REPLAY_CONTEXT_timer, (unsigned long)timer->function);
		if (actor)
			tell_undone(actor);
		return;
	}
}

static void deliver_timer(const struct replay_actor *actor)
{
	struct timer_list *timer;

	hlist_for_each_entry(timer, &timers, entry) {
		if ((unsigned long)timer->function != actor->entry)
			continue;
		/*
		 * mod_timer() keeps timer_pending() true. It needs another expiry than before: with
		 * the same one it would leave the timer where it is.
		 */
		delivering = true;
		mod_timer(timer, timer->expires == jiffies ? jiffies + 1 : jiffies);
		delivering = false;
		return;
	}
}

/* The hrtimers that are put off, oldest first, and when they expired. */
static struct put_off {
	struct hrtimer *timer;
	ktime_t soft, hard;
} put_off[64];
static unsigned int nr_put_off;

/* The timer tick belongs to no actor. */
static bool is_tick(unsigned long function)
{
	char name[8];

	replay_function_name(name, sizeof(name), function);
	return !strncmp(name, "tick_", 5);
}

bool __replay_hrtimer_due(struct hrtimer *timer, unsigned long function)
{
	struct replay_actor *actor = actor_of(REPLAY_CONTEXT_hrtimer, function);

	/* The timer by which the director waits is its own affair. */
	if (is_on_stack(timer, replay_waiter))
		return false;
	/* An hrtimer that was put off and is let expires again. */
	if ((actor && actor->coming) || !is_kept(actor)) {
		if (replay_counting && !is_tick(function))
			replay_runs(REPLAY_CONTEXT_hrtimer, function);
		return false;
	}
	if (nr_put_off == ARRAY_SIZE(put_off))
		replay_broken("%u timers are put off; there is no room for another of '%s'",
			      nr_put_off, actor->name);
	put_off[nr_put_off++] = (struct put_off){
		.timer = timer,
		.soft = hrtimer_get_softexpires(timer),
		.hard = hrtimer_get_expires(timer),
	};
	actor->due++;
	not_timed(timer);
	return true;
}

/* Called in place of the timer's function: the timer stays pending until the end of time. */
enum hrtimer_restart __replay_hrtimer_put_off(struct hrtimer *timer)
{
	hrtimer_set_expires(timer, KTIME_MAX);
	return HRTIMER_RESTART;
}

static void forget(struct put_off *one)
{
	memmove(one, one + 1, (put_off + --nr_put_off - one) * sizeof(*one));
}

void __replay_hrtimer_gone(struct hrtimer *timer)
{
	struct put_off *one;
	struct replay_actor *actor;

	for (one = put_off; one < put_off + nr_put_off && one->timer != timer; one++)
		;
	if (delivering || one == put_off + nr_put_off)
		return;
	forget(one);
	actor = actor_of(REPLAY_CONTEXT_hrtimer, (unsigned long)timer->function);
	if (actor)
		tell_undone(actor);
}

static void deliver_hrtimer(const struct replay_actor *actor)
{
	struct put_off *one = put_off, it;

	while ((unsigned long)one->timer->function != actor->entry)
		one++;
	it = *one;
	forget(one);
	delivering = true;
	hrtimer_start_range_ns(it.timer, it.soft, ktime_to_ns(ktime_sub(it.hard, it.soft)),
			       HRTIMER_MODE_ABS | (it.timer->is_soft ? HRTIMER_MODE_SOFT : 0) |
				       (it.timer->is_hard ? HRTIMER_MODE_HARD : 0));
	delivering = false;
}

static bool is_barrier(const struct rcu_head *head)
{
	return head->func == wakeme_after_rcu;
}

static int callback_due(struct rcu_head *head)
{
	struct replay_actor *actor = actor_of(REPLAY_CONTEXT_rcu, (unsigned long)head->func);

	if (actor && actor->coming)
		return REPLAY_CALLBACK_LET;
	if (is_barrier(head) && callbacks)
		goto keep;
	if (!actor)
		return REPLAY_CALLBACK_FREE;
	if (!is_kept(actor))
		return actor->let ? REPLAY_CALLBACK_LET : REPLAY_CALLBACK_FREE;
	actor->due++;
keep:
	head->next = NULL;
	*callbacks_tail = head;
	callbacks_tail = &head->next;
	return REPLAY_CALLBACK_KEPT;
}

/* A callback that is held comes again when it is let, and counts as run then. */
int __replay_rcu_due(struct rcu_head *head)
{
	int due = callback_due(head);

	if (due != REPLAY_CALLBACK_KEPT)
		replay_runs(REPLAY_CONTEXT_rcu, head->func);
	return due;
}

static void call_again(struct rcu_head **link)
{
	struct rcu_head *head = *link;

	*link = head->next;
	if (!*link)
		callbacks_tail = link;
	call_rcu(head, head->func);
}

/* Also delivers each rcu_barrier() that has only delivered callbacks before it. */
static void deliver_callback(const struct replay_actor *actor)
{
	struct rcu_head **link = &callbacks;

	while (*link && (unsigned long)(*link)->func != actor->entry)
		link = &(*link)->next;
	if (*link)
		call_again(link);
	while (callbacks && is_barrier(callbacks))
		call_again(&callbacks);
}

static const struct {
	const char *vector, *function;
} vectors[NR_SOFTIRQS] = {
	[TIMER_SOFTIRQ] = { "TIMER", "run_timer_softirq" },
	[NET_TX_SOFTIRQ] = { "NET_TX", "net_tx_action" },
	[NET_RX_SOFTIRQ] = { "NET_RX", "net_rx_action" },
	[BLOCK_SOFTIRQ] = { "BLOCK", "blk_done_softirq" },
	[TASKLET_SOFTIRQ] = { "TASKLET", "tasklet_action" },
	[HRTIMER_SOFTIRQ] = { "HRTIMER", "hrtimer_run_softirq" },
	[RCU_SOFTIRQ] = { "RCU", "rcu_process_callbacks" },
};

/* NR_SOFTIRQS if no softirq has this name. */
static unsigned int vector_named(const char *name)
{
	unsigned int i;

	for (i = 0; i < NR_SOFTIRQS; i++)
		if (vectors[i].vector && !strcmp(vectors[i].vector, name))
			break;
	return i;
}

/* The function of the softirq with this name in /proc/softirqs; NULL if there is none. */
const char *replay_softirq_function(const char *vector)
{
	unsigned int nr = vector_named(vector);

	return nr < NR_SOFTIRQS ? vectors[nr].function : NULL;
}

u32 __replay_softirqs(u32 pending)
{
	unsigned int i;

	for (i = 0; i < replay_nr_actors; i++) {
		struct replay_actor *actor = &replay_actors[i];
		u32 bit;

		if (actor->context != REPLAY_CONTEXT_softirq)
			continue;
		bit = BIT(vector_named(actor->target));
		if (!(pending & bit) || actor->coming)
			continue;
		/* A softirq that is raised again while it is held is still one turn. */
		if (actor->due || is_kept(actor)) {
			actor->due = 1;
			pending &= ~bit;
			set_softirq_pending(local_softirq_pending() & ~bit);
		}
	}
	for (i = 0; replay_counting && i < NR_SOFTIRQS; i++)
		if (pending & BIT(i) && vectors[i].vector)
			__replay_runs(REPLAY_CONTEXT_softirq, 0, vectors[i].vector);
	return pending;
}

static void deliver_softirq(const struct replay_actor *actor)
{
	raise_softirq(vector_named(actor->target));
}

/* Delivers the turn that has been due for longest. */
static void deliver(struct replay_actor *actor)
{
	actor->due--;
	actor->coming = true;
	switch (actor->context) {
	case REPLAY_CONTEXT_timer:
		deliver_timer(actor);
		break;
	case REPLAY_CONTEXT_hrtimer:
		deliver_hrtimer(actor);
		break;
	case REPLAY_CONTEXT_rcu:
		deliver_callback(actor);
		break;
	default:
		deliver_softirq(actor);
		break;
	}
}

/* Nothing is held any more: give everything back to its subsystem. Context: Any. */
void replay_defer_release(void)
{
	unsigned int i;

	for (i = 0; i < replay_nr_actors; i++) {
		struct replay_actor *actor = &replay_actors[i];

		while (actor->due)
			deliver(actor);
		actor->coming = false;
	}
}

static void keep(struct replay_actor *actor, enum replay_state state)
{
	replay_broken("'%s' is a %s, which must not sleep, and was to be held at '%s'", actor->name,
		      replay_context_word(actor->context), actor->at);
}

static void let(struct replay_actor *actor)
{
	actor->let = true;
	actor->since = replay_now();
	if (actor->due && !actor->task && !actor->coming)
		deliver(actor);
}

static bool awake(const struct replay_actor *actor)
{
	return actor->due || actor->coming || actor->task;
}

const struct replay_carrier replay_defer = {
	.keep = keep,
	.let = let,
	.awake = awake,
};
