/* SPDX-License-Identifier: GPL-2.0 */
/*
 * What timers, RCU, softirqs and workqueues call: replay may hold what is due, and it stays
 * pending until the director lets it. These are not in replay.h, since only a few files of the
 * kernel include them.
 */
#ifndef _LINUX_REPLAY_CONTEXT_H
#define _LINUX_REPLAY_CONTEXT_H

#include <linux/hrtimer.h>
#include <linux/replay.h>

#include "../../kernel/replay/abi/contexts.h"

struct rcu_head;
struct timer_list;
struct work_struct;
struct worker_pool;

enum {
	REPLAY_CALLBACK_FREE, /* it belongs to no actor */
	REPLAY_CALLBACK_LET, /* the director lets it */
	REPLAY_CALLBACK_KEPT, /* it is held */
};

/* What kernel/workqueue.c keeps to itself. */
struct replay_pool {
	struct worker_pool *pool;
	raw_spinlock_t *lock;
	struct list_head *worklist;
	void (*wake)(struct worker_pool *pool); /* with the lock: a worker looks at the worklist */
};

#ifdef CONFIG_REPLAY

extern bool replay_counting; /* count what the kernel runs, and who queued it */

void __replay_runs(enum replay_context context, unsigned long function, const char *name);
void __replay_asked(enum replay_context context, unsigned long function);
bool __replay_timer_due(struct timer_list *timer);
void __replay_task_created(struct task_struct *task);
void __replay_task_begins(void);
void __replay_task_named(const struct task_struct *task, const char *name);
void __replay_timer_gone(struct timer_list *timer);
bool __replay_timer_steered(const struct timer_list *timer);
enum hrtimer_restart __replay_hrtimer_put_off(struct hrtimer *timer);
bool __replay_hrtimer_due(struct hrtimer *timer, unsigned long function);
void __replay_hrtimer_gone(struct hrtimer *timer);
bool __replay_hrtimer_steered(const struct hrtimer *timer);
int __replay_rcu_due(struct rcu_head *head);
u32 __replay_softirqs(u32 pending);
void __replay_work_queued(struct work_struct *work, const void *queue);
bool __replay_work_due(struct work_struct *work, const struct replay_pool *pool);
void __replay_work_gone(struct work_struct *work);
bool __replay_work_steered(const struct work_struct *work);
void __replay_changed(const void *object);

/*
 * replay_runs(): a function runs in such a context. replay_asked(): somebody queues it. Context:
 * Any.
 */
#define replay_runs(context, function)                                           \
	do {                                                                     \
		if (unlikely(replay_counting))                                   \
			__replay_runs(context, (unsigned long)(function), NULL); \
	} while (0)
#define replay_asked(context, function)                                     \
	do {                                                                \
		if (unlikely(replay_counting))                              \
			__replay_asked(context, (unsigned long)(function)); \
	} while (0)

/* Is the timer pending? That is asked, or changes. Context: Any. */
#define replay_timer_used(timer)                                                \
	do {                                                                    \
		if (unlikely(replay_watching) && __replay_timer_steered(timer)) \
			__replay_changed(&(timer)->entry.pprev);                \
	} while (0)
/* Of the word that says so each series has this member. */
#define replay_hrtimer_used(timer)                                                \
	do {                                                                      \
		if (unlikely(replay_watching) && __replay_hrtimer_steered(timer)) \
			__replay_changed(&(timer)->is_soft);                      \
	} while (0)

/**
 * replay_timer_due() - a timer has expired: does replay hold it?
 * @timer: on the caller's list of expired timers; if replay holds it, it is taken off that list
 *
 * Context: With the lock of the timers, interrupts off.
 */
static inline bool replay_timer_due(struct timer_list *timer)
{
	if (unlikely(replay_on) && __replay_timer_due(timer))
		return true;
	replay_timer_used(timer);
	return false;
}

/**
 * replay_timer_gone() - a timer is taken off its list, and does not run
 * @timer: still on the list
 *
 * Context: With the lock of the timers, interrupts off.
 */
static inline void replay_timer_gone(struct timer_list *timer)
{
	if (unlikely(replay_on))
		__replay_timer_gone(timer);
}

/**
 * replay_hrtimer_due() - an hrtimer has expired: returns the function to call
 * @timer: on no list
 * @function: the timer's own function
 *
 * Context: With the lock of the timers, interrupts off.
 */
#define replay_hrtimer_due(timer, function)                                           \
	({                                                                            \
		bool __kept = unlikely(replay_on) &&                                  \
			      __replay_hrtimer_due(timer, (unsigned long)(function)); \
                                                                                      \
		if (!__kept)                                                          \
			replay_hrtimer_used(timer);                                   \
		__kept ? __replay_hrtimer_put_off : (function);                       \
	})

/**
 * replay_hrtimer_gone() - an hrtimer is cancelled or restarted
 * @timer: pending, or not
 *
 * Context: Any.
 */
static inline void replay_hrtimer_gone(struct hrtimer *timer)
{
	replay_hrtimer_used(timer);
	if (unlikely(replay_on))
		__replay_hrtimer_gone(timer);
}

/*
 * Calls an RCU callback by @call, unless replay holds it. The accesses of others count for no
 * actor.
 */
#define replay_callback(head, call)                                                            \
	do {                                                                                   \
		switch (unlikely(replay_on) ? __replay_rcu_due(head) : REPLAY_CALLBACK_FREE) { \
		case REPLAY_CALLBACK_LET:                                                      \
			call;                                                                  \
			break;                                                                 \
		case REPLAY_CALLBACK_FREE:                                                     \
			replay_unwatched(call);                                                \
			break;                                                                 \
		}                                                                              \
	} while (0)

/**
 * replay_task_created() - a task is about to run for the first time
 * @task: it
 *
 * Context: Any.
 */
static inline void replay_task_created(struct task_struct *task)
{
	if (unlikely(replay_on))
		__replay_task_created(task);
}

/**
 * replay_task_named() - a task gets another name
 * @task: it
 * @name: the name
 *
 * Context: Any.
 */
static inline void replay_task_named(const struct task_struct *task, const char *name)
{
	if (unlikely(replay_on))
		__replay_task_named(task, name);
}

/**
 * replay_task_begins() - the current task is new, and has done nothing yet
 *
 * Context: Process context, may sleep.
 */
static inline void replay_task_begins(void)
{
	if (unlikely(replay_on))
		__replay_task_begins();
}

/**
 * replay_softirqs() - softirqs are pending: returns those that may run now
 * @pending: a bit for each
 *
 * Context: Interrupts off.
 */
static inline u32 replay_softirqs(u32 pending)
{
	return unlikely(replay_on) && pending ? __replay_softirqs(pending) : pending;
}

/**
 * replay_work_queued() - a work item is queued
 * @work: the item
 * @queue: its pool_workqueue
 *
 * Context: With the lock of the pool.
 */
static inline void replay_work_queued(struct work_struct *work, const void *queue)
{
	if (unlikely(replay_on))
		__replay_work_queued(work, queue);
}

/* Is the work item pending? That is asked, or changes. Context: Any. */
#define replay_work_used(work)                                                \
	do {                                                                  \
		if (unlikely(replay_watching) && __replay_work_steered(work)) \
			__replay_changed(&(work)->data);                      \
	} while (0)

/**
 * replay_work_due() - a worker is about to take a work item: does replay hold it?
 * @work: on the worklist of @its_pool; if replay holds it, it is taken off that list
 * @its_pool: of the worker
 * @wake_worker: the function that wakes a worker of a pool
 *
 * Context: With the lock of the pool.
 */
#define replay_work_due(work, its_pool, wake_worker)                                             \
	({                                                                                       \
		bool __kept = unlikely(replay_on) &&                                             \
			      __replay_work_due(work, &(struct replay_pool){                     \
							      .pool = its_pool,                  \
							      .lock = &(its_pool)->lock,         \
							      .worklist = &(its_pool)->worklist, \
							      .wake = (void *)(wake_worker),     \
						      });                                        \
                                                                                                 \
		if (!__kept)                                                                     \
			replay_work_used(work);                                                  \
		__kept;                                                                          \
	})

/**
 * replay_work_gone() - a pending work item is taken off its list, and does not run
 * @work: still on the list
 *
 * Context: With the lock of the pool, interrupts off.
 */
static inline void replay_work_gone(struct work_struct *work)
{
	if (unlikely(replay_on))
		__replay_work_gone(work);
}

#else /* !CONFIG_REPLAY */

#define replay_timer_used(timer)
#define replay_hrtimer_used(timer)
static inline bool replay_timer_due(struct timer_list *timer)
{
	return false;
}
static inline void replay_timer_gone(struct timer_list *timer)
{
}
#define replay_hrtimer_due(timer, function) (function)
static inline void replay_hrtimer_gone(struct hrtimer *timer)
{
}
#define replay_runs(context, function)
#define replay_asked(context, function)
#define replay_callback(head, call) call
static inline void replay_work_queued(struct work_struct *work, const void *queue)
{
}
#define replay_work_used(work)
#define replay_work_due(work, its_pool, wake_worker) false
static inline void replay_work_gone(struct work_struct *work)
{
}
static inline void replay_task_created(struct task_struct *task)
{
}
static inline void replay_task_named(const struct task_struct *task, const char *name)
{
}
static inline void replay_task_begins(void)
{
}
static inline u32 replay_softirqs(u32 pending)
{
	return pending;
}

#endif /* CONFIG_REPLAY */

#endif /* _LINUX_REPLAY_CONTEXT_H */
