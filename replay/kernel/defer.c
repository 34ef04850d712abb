// SPDX-License-Identifier: GPL-2.0
/*
 * This carrier delays delivery; the kernel sees the item as pending. An expired timer waits on
 * our list, where timer_delete() finds it. So does a work item that a worker was about to take:
 * its pool counts it, and cancel_work_sync() and flush_work() find it. An hrtimer is re-armed for
 * KTIME_MAX. An RCU callback is not called yet, so rcu_barrier() waits for it. A softirq's pending
 * bit is cleared.
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
#include <linux/workqueue.h>

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
static struct timer_list *expiring; /* its base, with its lock, asks whether it is held */
static struct rcu_head *callbacks, **callbacks_tail = &callbacks;

static struct replay_actor *actor_of(enum replay_context context, unsigned long function)
{
	struct replay_actor *actor = replay_actor_of_function(function);

	return actor && actor->context == context ? actor : NULL;
}

/* What was held, and is let, comes again. */
static bool is_let(const struct replay_actor *actor, const void *item)
{
	return actor && actor->coming && actor->item == item;
}

/* A turn has come. Must it be held? Those that came before are first. */
static bool is_kept(struct replay_actor *actor)
{
	if (!actor || !replay_turns_are_kept())
		return false;
	replay_turn_due(actor);
	if (actor->task)
		return true;
	return (!actor->let && !replay_director->due(actor)) || actor->coming;
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
	bool kept;

	expiring = timer;
	kept = !is_let(actor, timer) && is_kept(actor);
	expiring = NULL;
	if (!kept) {
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

/* The function that has called the API of timers or workqueues. */
static void name_caller(char *buf, size_t size, const unsigned long *entries, unsigned int nr)
{
	static const char *const own[] = {
		"detach_",	"del_timer",	 "try_to_del_timer", "timer_",
		"__timer_",	"__try_to_del",	 "mod_timer",	     "__mod_timer",
		"hrtimer_",	"__hrtimer_",	 "try_to_grab",	     "work_grab",
		"cancel_work",	"__cancel_work", "cancel_delayed",   "__cancel_delayed",
		"mod_delayed_",
	};
	unsigned int i, j;

	for (i = 0; i < nr; i++) {
		replay_function_name(buf, size, entries[i]);
		for (j = 0; j < ARRAY_SIZE(own); j++)
			if (!strncmp(buf, own[j], strlen(own[j])))
				break;
		if (j == ARRAY_SIZE(own))
			return;
	}
}

/* A turn that was due was taken back; the trace says by whom, and where. */
static void tell_undone(struct replay_actor *actor)
{
	const struct replay_actor *by = replay_actor_here();
	char where[128];

	actor->due--;
	actor->finished = !actor->due && !actor->task;
	actor->nr_undone = replay_stack_of(current, actor->undone_stack, REPLAY_UNDONE_MAX);
	name_caller(where, sizeof(where), actor->undone_stack, actor->nr_undone);
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

/* Has an actor its turns? */
bool __replay_timer_steered(const struct timer_list *timer)
{
	return actor_of(REPLAY_CONTEXT_timer, (unsigned long)timer->function);
}

static void deliver_timer(struct replay_actor *actor)
{
	struct timer_list *timer;

	hlist_for_each_entry(timer, &timers, entry) {
		if ((unsigned long)timer->function != actor->entry)
			continue;
		actor->item = timer;
		/* It expires first. */
		if (expiring) {
			hlist_del(&timer->entry);
			hlist_add_before(&timer->entry, &expiring->entry);
			return;
		}
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
static bool hrtimer_asks; /* with the lock of its base */
static struct replay_actor *next_hrtimer; /* whose turn is delivered without that lock */

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
	bool kept;

	/* The timer by which the director waits is its own affair. */
	if (is_on_stack(timer, replay_waiter))
		return false;
	hrtimer_asks = true;
	kept = !is_let(actor, timer) && is_kept(actor);
	hrtimer_asks = false;
	if (!kept) {
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

/* Has an actor its turns? */
bool __replay_hrtimer_steered(const struct hrtimer *timer)
{
	return actor_of(REPLAY_CONTEXT_hrtimer, (unsigned long)timer->function);
}

static void deliver_hrtimer(struct replay_actor *actor)
{
	struct put_off *one = put_off, it;

	if (hrtimer_asks) {
		next_hrtimer = actor;
		return;
	}
	while ((unsigned long)one->timer->function != actor->entry)
		one++;
	it = *one;
	actor->item = it.timer;
	forget(one);
	delivering = true;
	hrtimer_start_range_ns(it.timer, it.soft, ktime_to_ns(ktime_sub(it.hard, it.soft)),
			       HRTIMER_MODE_ABS | (it.timer->is_soft ? HRTIMER_MODE_SOFT : 0) |
				       (it.timer->is_hard ? HRTIMER_MODE_HARD : 0));
	delivering = false;
}

/* Called in place of the timer's function: the timer stays pending until the end of time. */
enum hrtimer_restart __replay_hrtimer_put_off(struct hrtimer *timer)
{
	if (next_hrtimer)
		deliver_hrtimer(next_hrtimer);
	next_hrtimer = NULL;
	hrtimer_set_expires(timer, KTIME_MAX);
	return HRTIMER_RESTART;
}

static bool is_barrier(const struct rcu_head *head)
{
	return head->func == wakeme_after_rcu;
}

/* A callback is let, and has not begun yet. */
static bool is_any_coming(void)
{
	unsigned int i;

	for (i = 0; i < replay_nr_actors; i++)
		if (replay_actors[i].context == REPLAY_CONTEXT_rcu && replay_actors[i].coming)
			return true;
	return false;
}

static int callback_due(struct rcu_head *head)
{
	struct replay_actor *actor = actor_of(REPLAY_CONTEXT_rcu, (unsigned long)head->func);

	if (is_let(actor, head))
		return REPLAY_CALLBACK_LET;
	if (is_barrier(head) && callbacks)
		goto keep;
	/* What it waits for is let, and is in the queue of the kernel again. */
	if (is_barrier(head) && is_any_coming()) {
		call_rcu(head, head->func);
		return REPLAY_CALLBACK_KEPT;
	}
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
static void deliver_callback(struct replay_actor *actor)
{
	struct rcu_head **link = &callbacks;

	while (*link && (unsigned long)(*link)->func != actor->entry)
		link = &(*link)->next;
	if (*link) {
		actor->item = *link;
		call_again(link);
	}
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

/* The work items that are held, oldest first, and the pool of each. */
static struct held_work {
	struct work_struct *work;
	struct replay_pool pool;
} held_works[64];
static unsigned int nr_held_works;
/* Behind each are the barriers of those who flush it. */
static LIST_HEAD(works);
static const void *asking; /* the pool whose worker, with its lock, asks for a work item */

/* Those behind it that belong to it go, too. */
static void move_works(struct work_struct *work, struct list_head *to)
{
	struct work_struct *next = work;

	do {
		work = next;
		next = list_next_entry(work, entry);
		list_move_tail(&work->entry, to);
	} while (*work_data_bits(work) & WORK_STRUCT_LINKED);
}

static struct held_work *held_work(const struct work_struct *work)
{
	unsigned int i;

	for (i = 0; i < nr_held_works; i++)
		if (held_works[i].work == work)
			return &held_works[i];
	return NULL;
}

static void forget_work(struct held_work *one)
{
	memmove(one, one + 1, (held_works + --nr_held_works - one) * sizeof(*one));
}

void __replay_work_queued(struct work_struct *work, const void *queue)
{
	struct replay_actor *actor = actor_of(REPLAY_CONTEXT_work, (unsigned long)work->func);

	if (!actor)
		return;
	actor->queue = queue;
	actor->queued++;
}

/* Has an actor its turns? */
bool __replay_work_steered(const struct work_struct *work)
{
	return actor_of(REPLAY_CONTEXT_work, (unsigned long)work->func);
}

static void not_queued(struct replay_actor *actor)
{
	if (actor->queued)
		actor->queued--;
}

bool __replay_work_due(struct work_struct *work, const struct replay_pool *pool)
{
	struct replay_actor *actor = actor_of(REPLAY_CONTEXT_work, (unsigned long)work->func);
	bool kept;

	if (!actor || is_let(actor, work))
		return false;
	not_queued(actor);
	/* Without room for it, it is held where it is called. */
	if (!replay_turns_are_kept() || nr_held_works == ARRAY_SIZE(held_works))
		return false;
	asking = pool->pool;
	kept = is_kept(actor);
	asking = NULL;
	if (!kept) {
		actor->coming = true;
		actor->item = work;
		return false;
	}
	held_works[nr_held_works++] = (struct held_work){ .work = work, .pool = *pool };
	move_works(work, &works);
	actor->due++;
	return true;
}

void __replay_work_gone(struct work_struct *work)
{
	struct replay_actor *actor = actor_of(REPLAY_CONTEXT_work, (unsigned long)work->func);
	struct held_work *one = held_work(work), it;

	/* It was let, and is not to begin. */
	if (!one && is_let(actor, work)) {
		actor->coming = false;
		actor->due++;
		tell_undone(actor);
		return;
	}
	if (!one) {
		if (actor)
			not_queued(actor);
		return;
	}
	it = *one;
	forget_work(one);
	/* Who flushes it waits no longer. */
	move_works(work, it.pool.worklist);
	if (*work_data_bits(work) & WORK_STRUCT_LINKED)
		it.pool.wake(it.pool.pool);
	if (actor)
		tell_undone(actor);
}

static void deliver_work(struct replay_actor *actor)
{
	struct held_work *one = held_works, it;
	unsigned long flags;

	while (one < held_works + nr_held_works && (unsigned long)one->work->func != actor->entry)
		one++;
	/* Its module is gone. */
	if (one == held_works + nr_held_works) {
		actor->coming = false;
		return;
	}
	it = *one;
	actor->item = it.work;
	forget_work(one);
	/* Its worker is about to look again. */
	if (it.pool.pool == asking) {
		move_works(it.work, it.pool.worklist);
		return;
	}
	raw_spin_lock_irqsave(it.pool.lock, flags);
	move_works(it.work, it.pool.worklist);
	it.pool.wake(it.pool.pool);
	raw_spin_unlock_irqrestore(it.pool.lock, flags);
}

/* Delivers the turn that has been due for longest. */
static void deliver(struct replay_actor *actor)
{
	actor->due--;
	actor->coming = true;
	switch (actor->context) {
	case REPLAY_CONTEXT_work:
		deliver_work(actor);
		break;
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

/* A work item is delayed likewise; in its turn it is a task that may sleep. */

static void park(struct replay_actor *actor, enum replay_state state)
{
	replay_park.keep(actor, state);
}

static void let_work(struct replay_actor *actor)
{
	if (actor->task)
		replay_park.let(actor);
	else
		let(actor);
}

static bool work_awake(const struct replay_actor *actor)
{
	return actor->task ? replay_park.awake(actor) : actor->due || actor->coming;
}

const struct replay_carrier replay_work = {
	.keep = park,
	.let = let_work,
	.awake = work_awake,
};
