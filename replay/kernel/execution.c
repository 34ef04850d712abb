// SPDX-License-Identifier: GPL-2.0
/*
 * An execution begins when its actors have come, and ends when all of them have finished. The
 * main thread of the program waits in replay_direct(), and sees there when no actor can go on.
 */
#include <linux/err.h>
#include <linux/hrtimer.h>
#include <linux/ktime.h>
#include <linux/sched.h>
#include <linux/sched/signal.h>
#include <linux/string.h>
#include <linux/workqueue.h>

#include "accesses.h"
#include "actors.h"
#include "calls.h"
#include "carrier.h"
#include "context.h"
#include "contexts.h"
#include "defer.h"
#include "diagnose.h"
#include "director.h"
#include "execution.h"
#include "reports.h"
#include "sink.h"
#include "turns.h"

/*
 * An actor that has slept for so long, while the guest had nothing else to do,
 * waits for something that only another actor can give. In virtual time: what
 * the actor itself waits for, a device or a timer, comes first and costs nothing.
 * A control group above its limit makes a task wait for two seconds. The timer is none of those
 * that count jiffies, which end the later the more jiffies there were before.
 */
#define PATIENCE 3 /* s */

/* So many times that patience, and nobody has run since all run free: nobody is going to. */
#define REST 10

/* So many times in which an unmodified program has gone on behind the schedule. */
#define ENOUGH 20

/* A step in which the actor sleeps and wakes for so many times that is not going to end. */
#define IMPATIENCE 60

static unsigned long switches(void)
{
	unsigned long sum = 0;
	unsigned int i;

	for (i = 0; i < replay_nr_actors; i++)
		if (replay_actors[i].task)
			sum += replay_actors[i].task->nvcsw + replay_actors[i].task->nivcsw;
	return sum;
}

static bool has_timed(void)
{
	unsigned int i;

	for (i = 0; i < replay_nr_actors; i++)
		if (!replay_actors[i].finished && replay_actors[i].timed)
			return true;
	return false;
}

static enum replay_context context_of(const char *word)
{
	enum replay_context context;

	for (context = 0; context < REPLAY_CONTEXTS_NR; context++)
		if (!strcmp(word, replay_context_word(context)))
			break;
	return context;
}

/* The thread need not be there yet; or the one that was there has exited, and another has its name. */
static void find_kthread(struct replay_actor *actor)
{
	struct task_struct *task, *found = NULL;

	rcu_read_lock();
	for_each_process(task) {
		if (!(task->flags & PF_KTHREAD) || task->flags & PF_EXITING ||
		    strcmp(task->comm, actor->target))
			continue;
		if (!found || task == actor->task)
			found = task;
	}
	replay_kthread_bind(actor, found);
	rcu_read_unlock();
}

/* Each of its turns would be the first one's. */
static void check_first(const char *name, enum replay_context context, unsigned long entry)
{
	const struct replay_actor *first = replay_actor_of_function(entry);

	if (first)
		replay_broken(
			"'%s' and '%s' are each a %s of the same function; one actor has all its turns, and '%s#2' is its second",
			first->name, name, replay_context_word(context), first->name);
}

/*
 * Of a|b|c the first function that this kernel has: in another it may have another name. Whichever was
 * asked for last is left in @name. Return: as replay_function_entry().
 */
static int find_function(const char *names, char *name, unsigned long *entry)
{
	int error = -ENOENT;
	size_t len;

	for (; error == -ENOENT && *names; names += len + (names[len] == '|')) {
		len = strcspn(names, "|");
		snprintf(name, REPLAY_NAME_MAX, "%.*s", (int)len, names);
		error = replay_function_entry(name, entry);
	}
	return error;
}

/**
 * replay_announce() - an actor comes later, or is the kernel's
 * @what: CONTEXT NAME TARGET, as the command says; it is cut
 *
 * Return: 0, as replay_actor_announce(), or -EINVAL for a context that there is none of.
 * A target that this kernel has not ends the guest.
 *
 * Context: Process context.
 */
int replay_announce(char *what)
{
	const char *context_word = strsep(&what, " "), *name = strsep(&what, " ");
	enum replay_context context = context_of(context_word);
	const char *functions = what;
	char function[REPLAY_NAME_MAX];
	struct replay_actor *actor;
	unsigned long entry = 0;
	int error;

	if (context == REPLAY_CONTEXTS_NR || !name || !what)
		return -EINVAL;
	if (context == REPLAY_CONTEXT_softirq) {
		functions = replay_softirq_function(what);
		if (!functions)
			replay_broken(
				"no softirq is named '%s', of '%s'; /proc/softirqs has the names",
				what, name);
	}
	if (context >= REPLAY_CONTEXT_work) {
		error = find_function(functions, function, &entry);
		if (error)
			replay_broken("'%s' is a %s, and '%s' is %s of this kernel", name,
				      context_word, functions,
				      error == -ENOENT ? "no function" :
							 "notrace or assembler, and so no point");
		if (functions == what)
			what = function;
	}
	check_first(name, context, entry);
	error = replay_actor_announce(name, context, what, &actor);
	if (error)
		return error;
	actor->entry = entry;
	if (replay_context_is_deferred(context))
		actor->carrier = &replay_defer;
	if (context == REPLAY_CONTEXT_work)
		actor->carrier = &replay_work;
	if (context == REPLAY_CONTEXT_kthread)
		find_kthread(actor);
	return 0;
}

/* From here on those of the kernel are kept. Whoever sleeps rests there. */
static void begin_actor(struct replay_actor *actor)
{
	actor->since = 0;
	if (replay_context_is_user(actor->context))
		return;
	replay_trace(actor, REPLAY_EVENT_context, "%s %s", replay_context_word(actor->context),
		     actor->target);
	actor->let = false;
	actor->turns = 0;
	actor->finished = true;
	if (actor->context == REPLAY_CONTEXT_kthread)
		find_kthread(actor);
}

/* Behind the end the kernel does as it likes. */
static void release_kernel(void)
{
	unsigned int i;

	for (i = 0; i < replay_nr_actors; i++)
		if (!replay_context_is_user(replay_actors[i].context))
			replay_let(&replay_actors[i]);
	replay_defer_release();
}

static void begin_execution(unsigned int actors)
{
	const ktime_t limit = ktime_set(PATIENCE, 0);
	unsigned int i;

	if (wait_event_hrtimeout(replay_wait, replay_nr_come() >= actors, limit))
		replay_broken("%u actors were announced and %u came", actors, replay_nr_come());

	replay_waiter = current;
	replay_on = true;
	replay_record();
	replay_accesses_begin();
	replay_reports_begin();
	replay_came = true;
	replay_sink_begin();
	for (i = 0; i < replay_nr_actors; i++)
		begin_actor(&replay_actors[i]);
	replay_contexts_begin();
	replay_director->begin();
}

/* Of the patience in progress: what there was at its begin, and how often it has passed in vain. */
static struct {
	unsigned int turn, rounds, rest;
	unsigned long switches;
} patience;

static void patience_begins(void)
{
	patience.turn = replay_turn;
	patience.switches = switches();
}

/* Nothing has ended it. True: the execution is over. */
static bool patience_passed(void)
{
	bool rests = patience.switches == switches() && !has_timed();

	patience.rounds = patience.turn == replay_turn ? patience.rounds + 1 : 0;
	/* What an actor waits for by itself comes first, however long it takes. */
	patience.rest = patience.rounds && rests ? patience.rest + 1 : 0;
	if (patience.rest == (replay_free ? REST : 1)) {
		if (replay_director->idle())
			return true;
		patience.rounds = patience.rest = 0;
	} else if (patience.rounds == ENOUGH && replay_has_each_task() &&
		   !replay_turns_are_kept()) {
		return true;
	} else if (patience.rounds == IMPATIENCE) {
		replay_broken("the step does not end: %u s of the guest's time have passed",
			      IMPATIENCE * PATIENCE);
	}
	return false;
}

static bool is_over(void)
{
	return replay_free && replay_all_finished();
}

static void watch(struct work_struct *unused);
static DECLARE_DELAYED_WORK(watcher, watch);

/* The task that waited was killed. What the actors do is seen to the end of the guest all the same. */
static void watch_on(void)
{
	patience_begins();
	schedule_delayed_work(&watcher, PATIENCE * HZ);
}

static void watch(struct work_struct *unused)
{
	if (!is_over() && !patience_passed())
		watch_on();
}

/**
 * replay_direct() - see the actors through the schedule, until all have finished
 * @actors: how many to wait for before the first step
 *
 * A signal interrupts it, and it goes on when it is called again: an actor that changes who the
 * process is waits until each thread has answered a signal.
 *
 * Return: 0, or -ERESTARTNOINTR.
 *
 * Context: Process context, sleeps. Not to be called by an actor.
 */
int replay_direct(unsigned int actors)
{
	const ktime_t limit = ktime_set(PATIENCE, 0);
	int error;

	if (!replay_came)
		begin_execution(actors);
	patience.rounds = patience.rest = 0;
	do {
		patience_begins();
		error = wait_event_interruptible_hrtimeout(replay_wait, is_over(), limit);
		if (error && error != -ETIME) {
			if (fatal_signal_pending(current))
				watch_on();
			return -ERESTARTNOINTR;
		}
	} while (error && !patience_passed());
	replay_contexts_end();
	release_kernel();
	replay_on = false;
	return 0;
}

/* The signal that killed a process last, where it was a fault of that process's own. */
static struct {
	pid_t process, thread;
	int signal;
	unsigned long address;
} fault;

void __replay_killed(const struct kernel_siginfo *info)
{
	if (siginfo_layout(info->si_signo, info->si_code) != SIL_FAULT)
		return;
	fault.process = current->tgid;
	fault.thread = current->pid;
	fault.signal = info->si_signo;
	fault.address = (unsigned long)info->si_addr;
}

/* In words: by which signal, and at which address where that has one. */
static void killed_by(char *buf, size_t size, unsigned int signal, bool is_its)
{
	size_t len = scnprintf(buf, size, "killed by signal %u", signal);

	if (is_its && signal == fault.signal)
		snprintf(buf + len, size - len, " at address %#lx", fault.address);
}

/* The task of an actor exits: what is left of it is nobody's affair, and it is not held. */
void __replay_exit(void)
{
	struct replay_actor *actor = replay_actor_of(current);
	unsigned int signal = current->exit_code & 0x7f;
	char how[64];

	if (!actor)
		return;
	actor->exited = true;
	if (actor->finished)
		return;
	replay_calls_return(actor);
	killed_by(how, sizeof(how), signal, fault.thread == current->pid);
	if (signal)
		replay_trace(actor, REPLAY_EVENT_exit, "%s", how);
	else
		replay_trace(actor, REPLAY_EVENT_exit, "status %u",
			     (unsigned int)current->exit_code >> 8);
	replay_actor_finish(actor);
}

/**
 * replay_program_gone() - the program has ended before it was through: say so, and end the guest
 * @process: its number
 * @status: as wait() says it
 *
 * Context: Process context.
 */
void replay_program_gone(int process, int status)
{
	char how[64];

	if (status & 0x7f)
		killed_by(how, sizeof(how), status & 0x7f, fault.process == process);
	else
		snprintf(how, sizeof(how), "it exits with status %d", (status >> 8) & 0xff);
	replay_program_died(how);
}
