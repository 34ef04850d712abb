// SPDX-License-Identifier: GPL-2.0
/*
 * Diagnosis: where every actor is when an execution cannot go on, and the report that the kernel
 * has died.
 */
#include <linux/init.h>
#include <linux/kallsyms.h>
#include <linux/kernel.h>
#include <linux/lockdep.h>
#include <linux/notifier.h>
#if __has_include(<linux/panic_notifier.h>)
#include <linux/panic_notifier.h>
#endif
#include <linux/reboot.h>
#include <linux/sched/debug.h>
#include <linux/sched/signal.h>
#include <linux/string.h>
#include <linux/timer.h>

#include <replay_host.h>

#include "abi/entry.h"
#include "abi/results.h"
#include "abi/stacks.h"
#include "actors.h"
#include "calls.h"
#include "context.h"
#include "diagnose.h"
#include "director.h"
#include "modules.h"
#include "sink.h"

#define NSEC 1000000000ULL

#define STACK_MAX 48

/* Functions that only show how a task sleeps, or how it came into the kernel. */
static bool is_plumbing(const char *function)
{
	static const char *const names[] = {
		"__schedule",  "schedule", "__switch_to",
		"io_schedule", "0x",	   REPLAY_ENTRY_FUNCTIONS,
	};
	unsigned int i;

	for (i = 0; i < ARRAY_SIZE(names); i++)
		if (!strncmp(function, names[i], strlen(names[i])))
			return true;
	return false;
}

/* One function a line, innermost first; @only: just that one, into @buf. */
static void functions(const unsigned long *entries, unsigned int nr, char *buf, size_t size,
		      bool only)
{
	char name[KSYM_SYMBOL_LEN];
	unsigned int i;

	for (i = 0; i < nr; i++) {
		replay_function_name(name, sizeof(name), entries[i]);
		if (is_plumbing(name))
			continue;
		if (only) {
			strscpy(buf, name, size);
			return;
		}
		replay_report("#       %s", name);
	}
}

static void stack(struct task_struct *task, char *buf, size_t size, bool only)
{
	unsigned long entries[STACK_MAX];

	functions(entries, replay_stack_of(task, entries, STACK_MAX), buf, size, only);
}

#ifdef CONFIG_LOCKDEP
/* lockdep counts a lock that an actor waits for, too: the last one of an actor that sleeps may be that. */
static bool may_wait_for(const struct replay_actor *actor, int lock)
{
	return actor->state == REPLAY_RUNNABLE && actor->task != current &&
	       lock == actor->task->lockdep_depth - 1;
}

static void write_locks(const struct replay_actor *actor)
{
	int i;

	for (i = 0; debug_locks && i < actor->task->lockdep_depth; i++)
		replay_stack_line("%s %s",
				  may_wait_for(actor, i) ? REPLAY_STACKS_LAST : REPLAY_STACKS_HELD,
				  actor->task->held_locks[i].instance->name);
}
#else
static void write_locks(const struct replay_actor *actor)
{
}
#endif

static void write_frames(const struct replay_actor *actor)
{
	unsigned long entries[STACK_MAX];
	unsigned int i, nr = replay_stack_of(actor->task, entries, STACK_MAX);

	for (i = 0; i < nr; i++)
		replay_stack_line(REPLAY_STACKS_FRAME " %lx", entries[i]);
}

static void write_actors(bool frames)
{
	const struct replay_actor *actor;

	if (IS_ENABLED(CONFIG_LOCKDEP) && !debug_locks)
		replay_stack_line(REPLAY_STACKS_LOST);
	for (actor = replay_actors; actor < replay_actors + replay_nr_actors; actor++) {
		if (actor->finished || !actor->task)
			continue;
		replay_stack_line(REPLAY_STACKS_ACTOR " %s at %s", actor->name, actor->at);
		write_locks(actor);
		if (frames)
			write_frames(actor);
	}
}

/**
 * replay_step_locks() - write who holds which lock as a step begins
 * @step: its number
 *
 * Context: Any.
 */
void replay_step_locks(unsigned int step)
{
	replay_stack_line(REPLAY_STACKS_STEP " %u", step);
	write_actors(false);
}

/**
 * replay_stacks() - write the stack and locks of every actor; the host finds the source lines
 *
 * Context: Any.
 */
void replay_stacks(void)
{
	replay_stack_line(REPLAY_STACKS_ALL);
	replay_modules_tell();
	write_actors(true);
}

/* The function in which @task sleeps; "user space" if it is not in the kernel. */
static void sleeps_in(struct task_struct *task, char *buf, size_t size)
{
	strscpy(buf, "user space", size);
	stack(task, buf, size, true);
}

/**
 * replay_trace_sleep() - write an event that says in which function an actor sleeps
 * @actor: the actor, or a child that may not have come at all
 * @event: sleep, block or stuck
 *
 * Context: Any.
 */
void replay_trace_sleep(struct replay_actor *actor, enum replay_event event)
{
	char where[128] = "nowhere";

	if (actor->task)
		sleeps_in(actor->task, where, sizeof(where));
	replay_trace(actor, event, "%s", where);
}

static void report_actor(struct replay_actor *actor)
{
	char where[128], locks[128];
	u64 since = actor->since;

	/* A child that no step has let is not missing: it need not come. */
	if (!actor->task && !actor->let && actor->context == REPLAY_CONTEXT_child)
		return;
	if (!actor->task) {
		replay_report("#   %s: %s", actor->name,
			      actor->due ? "due, and not let" :
					   "nothing of it has come, or is left");
		if (!actor->due && actor->nr_undone) {
			replay_report("#     taken back %s", actor->undone);
			functions(actor->undone_stack, actor->nr_undone, NULL, 0, false);
		}
		return;
	}
	sleeps_in(actor->task, where, sizeof(where));
	if (actor->finished)
		replay_report("#   %s: %s", actor->name, actor->exited ? "exited" : "finished");
	else if (actor->task == current)
		replay_report("#   %s: at '%s'", actor->name, actor->at);
	else if (actor->state == REPLAY_HELD)
		replay_report("#   %s: held at '%s' since %llu.%09llu s", actor->name, actor->at,
			      since / NSEC, since % NSEC);
	else if (actor->state == REPLAY_GATED)
		replay_report("#   %s: woken from %s, not let since %llu.%09llu s", actor->name,
			      where, since / NSEC, since % NSEC);
	else
		replay_report("#   %s: sleeps in %s, last point '%s', let at %llu.%09llu s",
			      actor->name, where, actor->at, since / NSEC, since % NSEC);

	if (actor->finished)
		return;
	/* The task that has sent it may wait for that. */
	if (replay_context_is_user(actor->context) && actor->state != REPLAY_RUNNABLE &&
	    signal_pending(actor->task))
		replay_report("#     a signal is pending, which it handles once it is let");
	/* An actor that is held in a command of the guest has no stack of interest. */
	if (actor->state == REPLAY_HELD && (actor->at[0] == ':' || !strcmp(actor->at, "start")))
		return;
	if (replay_atomic_locks(actor->task, locks, sizeof(locks)))
		replay_report("#     %s", locks);
	stack(actor->task, NULL, 0, false);
}

/* Ends the guest. The director looks at the actors first. */
static void __noreturn end_guest(void)
{
	replay_sink_flush();
	replay_stacks();
	replay_director->over();
	/* The code that closes the guest's consoles must not run as an interrupt. */
	preempt_count_set(PREEMPT_ENABLED);
	machine_power_off();
	unreachable();
}

static void report_actors(void)
{
	u64 now = replay_now();
	unsigned int i;

	replay_report("#   it is %llu.%09llu s", now / NSEC, now % NSEC);
	for (i = 0; i < replay_nr_actors; i++)
		report_actor(&replay_actors[i]);
}

/* The execution cannot go on: say why, and end the guest. Context: Any. */
static void broken(const char *why)
{
	char where[REPLAY_LINE_MAX / 4] = "";

	replay_trace(NULL, REPLAY_EVENT_broken, "%s", why);
	replay_director->where(where, sizeof(where));
	replay_report(REPLAY_RESULT_BAIL_OUT "%s%s", where, why);
	report_actors();
	end_guest();
}

/**
 * replay_stuck() - the order was reached, and then an actor sleeps for ever
 *
 * This is an outcome of the order, so it fails a check, and is not BROKEN.
 *
 * Context: Any. Does not return.
 */
void replay_stuck(void)
{
	unsigned int i;

	for (i = 0; i < replay_nr_actors; i++)
		if (!replay_actors[i].finished)
			replay_trace_sleep(&replay_actors[i], REPLAY_EVENT_stuck);
	replay_report(REPLAY_RESULT_NOT_OK_KERNEL "every actor comes to its end");
	report_actors();
	end_guest();
}

/**
 * replay_program_died() - the program has ended too early
 * @how: its exit status or signal
 *
 * Once the actors have come, this is an outcome of the order: it fails a check.
 *
 * Context: Process context. Does not return.
 */
void replay_program_died(const char *how)
{
	if (!replay_came)
		replay_broken("the program dies before its actors came: %s", how);
	replay_report(REPLAY_RESULT_NOT_OK_KERNEL REPLAY_CHECK_PROGRAM);
	replay_report("# the program: %s", how);
	report_actors();
	end_guest();
}

/* If the kernel dies, that is an outcome of the order: it fails a check. */
static int panicked(struct notifier_block *block, unsigned long event, void *message)
{
	struct replay_actor *actor = replay_actor_of(current);

	replay_trace(actor, REPLAY_EVENT_panic, "%s", (char *)message);
	/* Before the actors came, the guest could not do what the scenario needs: BROKEN. */
	if (!replay_came)
		replay_report(REPLAY_RESULT_BAIL_OUT "the guest dies before its actors came: %s",
			      (char *)message);
	else
		replay_report(REPLAY_RESULT_NOT_OK_KERNEL REPLAY_CHECK_KERNEL);
	replay_report(REPLAY_RESULT_PANIC "%s", (char *)message);
	replay_sink_flush();
	return NOTIFY_DONE;
}

static struct notifier_block panic_block = {
	.notifier_call = panicked,
	.priority = INT_MAX,
};

/* It only asks where the guest is, or is told of each access. */
static bool is_tools(const char *function)
{
	return !strncmp(function, "replay_", 7) || !strncmp(function, "__tsan_", 7);
}

/* The innermost function that the guest is in, but for those that only say how it came there; or 0. */
static unsigned long runs_in(unsigned long ip, char *name)
{
	unsigned long entries[STACK_MAX];
	unsigned int i, nr;

	if (ip) {
		replay_function_name(name, KSYM_SYMBOL_LEN, ip);
		if (!is_plumbing(name) && !is_tools(name))
			return ip;
	}
	nr = replay_stack_of(current, entries, STACK_MAX);
	for (i = 0; i < nr; i++) {
		replay_function_name(name, KSYM_SYMBOL_LEN, entries[i]);
		if (!is_plumbing(name) && !is_tools(name))
			return entries[i] - 1;
	}
	return 0;
}

/**
 * replay_hangs() - the guest has used up its processor time: say where it runs, and end it
 * @ip: the instruction of the kernel that was interrupted; 0: a program runs
 * @sp: the stack pointer there
 * @bp: the frame pointer there
 *
 * Context: Any. Does not return.
 */
void replay_hangs(unsigned long ip, unsigned long sp, unsigned long bp)
{
	const struct replay_actor *actor = replay_actor_here();
	char where[REPLAY_LINE_MAX / 4] = "", function[KSYM_SYMBOL_LEN], who[REPLAY_NAME_MAX + 2];
	static struct pt_regs interrupted;
	unsigned long place;

	snprintf(who, sizeof(who), actor ? "'%s'" : "the guest", actor ? actor->name : NULL);
	if (ip) {
		PT_REGS_SP(&interrupted) = sp;
		PT_REGS_BP(&interrupted) = bp;
		current->thread.segv_regs = &interrupted;
	}
	place = runs_in(ip, function);
	if (!place) {
		strscpy(function, "user space", sizeof(function));
		place = PT_REGS_IP(task_pt_regs(current));
	}
	replay_trace(NULL, REPLAY_EVENT_broken, "%s runs and never sleeps", who);
	replay_director->where(where, sizeof(where));
	replay_report(REPLAY_RESULT_HANG "%lx %s%s runs and never sleeps, in %s", place, where, who,
		      function);
	report_actors();
	end_guest();
}

/*
 * If no task can go on outside of a schedule, the guest would sleep for ever: virtual time passes
 * without end, and uses no processor time of the host.
 */
#define LIFETIME (3600 * HZ)

static void nothing_happens(struct timer_list *unused)
{
	replay_broken(
		"the guest has not ended after an hour of its time; it sleeps outside of the schedule");
}

static DEFINE_TIMER(lifetime, nothing_happens);

/* Each execution of a boot gets an hour of its own. */
void replay_lifetime_begin(void)
{
	mod_timer(&lifetime, jiffies + LIFETIME);
}

static int __init diagnose_init(void)
{
	replay_breaks = broken;
	replay_lifetime_begin();
	atomic_notifier_chain_register(&panic_notifier_list, &panic_block);
	return 0;
}
core_initcall(diagnose_init);
