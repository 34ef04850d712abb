// SPDX-License-Identifier: GPL-2.0
/*
 * A turn is one activation of a kernel actor: one call of the function of a work item, timer,
 * callback or softirq. For a kernel thread, a turn lasts from its wakeup until it sleeps again
 * with the stack that it had when the race began.
 *
 * replay holds each turn at its beginning until the director lets it. defer.c delays the delivery of
 * a work item, timer, callback or softirq. A function that a worker calls without that, as a worker
 * of io_uring does, is held at its entry: the worker sleeps there.
 */
#include <linux/kernel.h>
#include <linux/list.h>
#include <linux/module.h>
#include <linux/ptrace.h>
#include <linux/replay_context.h>
#include <linux/sched/signal.h>
#include <linux/sched/task.h>
#include <linux/sched/task_stack.h>
#include <linux/stacktrace.h>
#include <linux/string.h>

#include "actors.h"
#include "context.h"
#include "director.h"
#include "sink.h"
#include "turns.h"

/* A worker whose turn waits until the one of another worker is over. */
struct waiting {
	struct list_head list;
	struct replay_actor *actor;
	struct task_struct *task;
};

static LIST_HEAD(waiting); /* in the order in which they came */

/* From the begin of the race, as long as the director wants it. */
bool replay_turns_are_kept(void)
{
	return replay_came && replay_director->keeps_turns();
}

/* A function of a module is there, at @entry: it may be one of which an actor has the turns. Context: Any. */
void replay_turns_come(const char *function, unsigned long entry)
{
	unsigned int i;

	for (i = 0; i < replay_nr_actors; i++) {
		struct replay_actor *actor = &replay_actors[i];

		if (actor->context >= REPLAY_CONTEXT_work && !actor->entry &&
		    !strcmp(actor->target, function))
			actor->entry = entry;
	}
}

/* Its functions have no turns any more, until it comes again. Context: Any. */
void replay_turns_gone(const struct module *module)
{
	unsigned int i;

	for (i = 0; i < replay_nr_actors; i++)
		if (within_module_core(replay_actors[i].entry, module))
			replay_actors[i].entry = 0;
}

/* What the actor is to do has come; it is kept until it is let. */
void replay_turn_due(struct replay_actor *actor)
{
	if (actor->finished || !actor->task)
		strcpy(actor->at, "start");
	actor->finished = false;
	/* What was taken back before is of no matter any more. */
	actor->undone[0] = '\0';
	actor->nr_undone = 0;
	/* A thread's turn begins where it is woken. */
	actor->turns += actor->context == REPLAY_CONTEXT_kthread;
	replay_trace(actor, REPLAY_EVENT_due, NULL);
}

/* The task may go on at once, or is kept until it is let. Context: As its carrier wants. */
static void keep_unless_let(struct replay_actor *actor)
{
	if (!actor->let && !replay_director->due(actor))
		replay_keep(actor, REPLAY_HELD);
}

/**
 * replay_task_comes() - the current task is an actor; keep it until it is let
 * @name: what the schedule calls it
 *
 * Return: as replay_actor_bind().
 *
 * Context: Process context, may sleep.
 */
int replay_task_comes(const char *name)
{
	struct replay_actor *actor;
	int error = replay_actor_bind(name, &actor);

	if (error)
		return error;
	wake_up(&replay_wait);
	/* Before the race nobody is let. */
	if (!replay_came)
		replay_keep(actor, REPLAY_HELD);
	else
		keep_unless_let(actor);
	return 0;
}

static unsigned int nr_tasks; /* of an unmodified program, in this execution; 0: there is none */
/* Those that were created, and have not begun. */
static const struct task_struct *created[REPLAY_ACTORS_MAX];

/* Each task that is created from here on is an actor; the current one is the first. */
void replay_each_task(void)
{
	nr_tasks = 1;
	memset(created, 0, sizeof(created));
}

/* What it does there is over, or goes on for ever. */
bool replay_has_each_task(void)
{
	return nr_tasks;
}

void __replay_task_created(struct task_struct *task)
{
	struct replay_actor *parent = replay_actor_of(current);

	if (parent && task->tgid != current->tgid)
		parent->forked = true;
	if (!nr_tasks || nr_tasks > REPLAY_ACTORS_MAX || task->flags & (PF_KTHREAD | PF_IO_WORKER))
		return;
	if (nr_tasks < REPLAY_ACTORS_MAX)
		created[nr_tasks] = task;
	else
		replay_report(
			"# the program has more than %d tasks: those that come from here on are no actors, and run free",
			REPLAY_ACTORS_MAX);
	nr_tasks++;
}

/* Those that --actors leaves out run free. */
void __replay_task_begins(void)
{
	char name[REPLAY_NAME_MAX];
	struct replay_actor *actor;
	unsigned int i;

	for (i = 0; i < ARRAY_SIZE(created) && created[i] != current; i++)
		;
	if (i == ARRAY_SIZE(created))
		return;
	created[i] = NULL;
	snprintf(name, sizeof(name), "t%u", i + 1);
	if (!replay_actor_named(name, strlen(name)) || replay_actor_bind(name, &actor))
		return;
	replay_turn_due(actor);
	keep_unless_let(actor);
}

void __replay_task_named(const struct task_struct *task, const char *name)
{
	const struct replay_actor *actor = nr_tasks ? replay_actor_of(task) : NULL;

	if (actor)
		replay_trace(actor, REPLAY_EVENT_named, "%s", name);
}

/* Until the turns that came before are over. */
static void wait_for_turn(struct replay_actor *actor)
{
	struct waiting me = { .actor = actor, .task = current };
	bool inside = replay_inside;

	list_add_tail(&me.list, &waiting);
	replay_inside = false;
	while (actor->task != current) {
		set_current_state(TASK_UNINTERRUPTIBLE);
		schedule();
	}
	actor->state = REPLAY_RUNNABLE;
	replay_inside = inside;
}

/* The one that has waited longest. */
static void next_turn(struct replay_actor *actor)
{
	struct waiting *next;

	list_for_each_entry(next, &waiting, list) {
		if (next->actor != actor)
			continue;
		list_del(&next->list);
		replay_actor_takes(actor, next->task);
		/* It is kept from here on, wherever it stands. */
		actor->state = REPLAY_HELD;
		actor->task_state = TASK_RUNNING;
		wake_up_process(next->task);
		return;
	}
}

/**
 * replay_turn_begin() - a function is entered; begin a turn of the actor that it is of
 * @entry: of the function
 *
 * Return: the actor, once it is let; NULL where this is no turn.
 *
 * Context: Any. Sleeps where a worker is kept.
 */
struct replay_actor *replay_turn_begin(unsigned long entry)
{
	struct replay_actor *actor = replay_actor_of_function(entry);

	if (!actor)
		return NULL;
	if (replay_context_is_deferred(actor->context)) {
		/* What was not kept before its beginning runs free. */
		if (!actor->let || in_task() || actor->task)
			return NULL;
		actor->coming = false;
		replay_actor_takes(actor, current);
		actor->turns++;
		*replay_in_interrupt() = actor;
		return actor;
	}

	/* The program may call it, too. */
	if (!(current->flags & (PF_WQ_WORKER | PF_IO_WORKER)) ||
	    (!actor->let && !replay_turns_are_kept()))
		return NULL;
	/* It was due already as it was pending. */
	if (actor->coming)
		actor->coming = false;
	else if (replay_turns_are_kept())
		replay_turn_due(actor);
	if (actor->task)
		wait_for_turn(actor);
	else
		replay_actor_takes(actor, current);
	actor->turns += replay_turns_are_kept();
	keep_unless_let(actor);
	return actor;
}

/* The actor's part is done. Returns when the schedule is over; one of the kernel's is not kept. */
void replay_actor_finish(struct replay_actor *actor)
{
	actor->finished = true;
	strcpy(actor->at, "finish");
	replay_director->finish(actor);
}

/**
 * replay_turn_end() - the turn of an actor of the kernel is over
 * @actor: the one that is here
 *
 * Context: As of its turn. It does not keep it.
 */
void replay_turn_end(struct replay_actor *actor)
{
	actor->task = NULL;
	actor->finished = !actor->due;
	if (actor == *replay_in_interrupt())
		*replay_in_interrupt() = NULL;
	next_turn(actor);
	strcpy(actor->at, actor->finished ? "finish" : "start");
	replay_director->finish(actor);
}

/* How it sleeps: what called the scheduler, and what called that, up to its beginning. */
static unsigned long resting_place(const unsigned long *entries, unsigned int nr)
{
	unsigned long sum = 0;
	char name[REPLAY_NAME_MAX];
	unsigned int i, first = 0;

	for (i = 0; i < nr; i++) {
		snprintf(name, sizeof(name), "%ps", (void *)entries[i]);
		if (!strcmp(name, "schedule"))
			first = i + 1;
	}
	for (i = first; i < nr; i++)
		sum = sum * 31 + entries[i];
	return sum;
}

#define STACK_MAX 32

/*
 * A thread that became an actor as it slept rests where it slept. Before its function it has slept
 * once, until its creator wakes it. NULL: there is no thread.
 */
void replay_kthread_bind(struct replay_actor *actor, struct task_struct *task)
{
	unsigned long entries[STACK_MAX];

	if (actor->task != task) {
		if (actor->task)
			put_task_struct(actor->task);
		if (task)
			get_task_struct(task);
	}
	replay_actor_takes(actor, task);
	actor->finished = true;
	actor->let = false;
	actor->rest = 0;
	if (task && task != current && task->nvcsw > 1)
		actor->rest =
			resting_place(entries, stack_trace_save_tsk(task, entries, STACK_MAX, 0));
}

/* It waits for work, and not for a lock or a device. */
static bool is_idle(unsigned int state)
{
	return state & TASK_INTERRUPTIBLE || (state & TASK_IDLE) == TASK_IDLE;
}

/* It is about to sleep: where it rests? A new thread does where it is first idle. */
bool replay_kthread_rests(struct replay_actor *actor)
{
	unsigned long entries[STACK_MAX];
	unsigned long place = resting_place(entries, stack_trace_save(entries, STACK_MAX, 0));

	if (!actor->rest && is_idle(replay_task_state(current)))
		actor->rest = place;
	return actor->rest == place;
}

/* A thread that is woken for the first time has its name by now. */
void replay_kthread_woken(struct task_struct *task)
{
	unsigned int i;

	for (i = 0; i < replay_nr_actors; i++) {
		struct replay_actor *actor = &replay_actors[i];

		if (actor->context == REPLAY_CONTEXT_kthread && (!actor->task || actor->exited) &&
		    !strcmp(actor->target, task->comm))
			replay_kthread_bind(actor, task);
	}
}

/* The kernel threads that there are, each with a blank before it; workers are named by their work. */
void replay_kthreads_print(char *buf, size_t size)
{
	const struct task_struct *task;
	size_t len = 0;

	rcu_read_lock();
	for_each_process(task)
		if (task->flags & PF_KTHREAD && !(task->flags & PF_WQ_WORKER))
			len += scnprintf(buf + len, size - len, " %s", task->comm);
	rcu_read_unlock();
}
