// SPDX-License-Identifier: GPL-2.0
/*
 * Helpers for every other file here: may the current task sleep, the virtual time, has the kernel
 * reported an error, and replay_broken(), which ends the guest.
 */
#include <linux/debug_locks.h>
#include <linux/init.h>
#include <linux/kallsyms.h>
#include <linux/kernel.h>
#include <linux/lockdep.h>
#include <linux/preempt.h>
#include <linux/reboot.h>
#include <linux/stacktrace.h>
#include <linux/string.h>

#include "abi/limits.h"
#include "context.h"

bool replay_inside;
bool replay_came;
bool replay_watching;

void (*replay_breaks)(const char *why);

/**
 * replay_sentence() - write what is for a reader, and is not compared
 * @buf: gets it
 * @size: of @buf; a longer text is cut there, and ends with '...'
 * @fmt: as of vsnprintf()
 * @args: likewise
 *
 * Context: Any.
 */
void replay_sentence(char *buf, size_t size, const char *fmt, va_list args)
{
	static const char cut[] = "...";

	if (vsnprintf(buf, size, fmt, args) >= size)
		memcpy(buf + size - sizeof(cut), cut, sizeof(cut));
}

/**
 * replay_broken() - report why the execution cannot go on, and end the guest
 * @fmt: what was expected, what was found, and what to do
 *
 * Context: Any. Does not return.
 */
void replay_broken(const char *fmt, ...)
{
	static char why[REPLAY_LINE_MAX / 2]; /* too much for the stack */
	va_list args;

	va_start(args, fmt);
	replay_sentence(why, sizeof(why), fmt, args);
	va_end(args);
	replay_breaks(why);
	machine_power_off();
	unreachable();
}

static u64 begun; /* virtual ns */

/* ktime_get() rounds to 256 ns, so the duration of something would depend on when it begins. */
static const unsigned long long *time_travel_time;

static int __init find_clock(void)
{
	time_travel_time = (void *)kallsyms_lookup_name("time_travel_time");
	if (!time_travel_time)
		panic("replay: this kernel has no variable time_travel_time; arch/um/kernel/time.c of other kernels defines it");
	return 0;
}
early_initcall(find_clock);

/*
 * An execution begins, and its time starts at zero. How often the guest's C library reads the clock
 * before depends on the host.
 */
void replay_time_begin(void)
{
	begun = *time_travel_time;
}

/* Virtual ns since the execution began. */
u64 replay_now(void)
{
	return *time_travel_time - begun;
}

/* Writes the names of the locks that make a task atomic. Returns 0 if lockdep knows of none. */
int replay_atomic_locks(const struct task_struct *task, char *buf, size_t size)
{
	int len = 0;
#ifdef CONFIG_LOCKDEP
	int i;

	/* Once lockdep has reported something, it tracks no locks any more. */
	if (!debug_locks)
		return 0;
	for (i = 0; i < task->lockdep_depth; i++) {
		const struct lockdep_map *lock = task->held_locks[i].instance;

		if (lock->wait_type_inner != LD_WAIT_INV && lock->wait_type_inner < LD_WAIT_SLEEP)
			len += scnprintf(buf + len, size - len, "%s'%s'", len ? ", " : "it holds ",
					 lock->name);
	}
#endif
	return len;
}

/* Must the current task not sleep? */
bool replay_in_atomic(void)
{
	return in_atomic() || irqs_disabled();
}

/**
 * replay_atomic() - must the current task not sleep?
 * @why: gets the reason
 * @size: of @why
 *
 * Context: Any.
 */
bool replay_atomic(char *why, size_t size)
{
	if (!replay_in_atomic())
		return false;

	if (replay_atomic_locks(current, why, size))
		return true;
	if (hardirq_count())
		strscpy(why, "it is in an interrupt", size);
	else if (softirq_count())
		strscpy(why, "it is in a softirq, or has bottom halves off", size);
	else if (in_atomic())
		strscpy(why, "it has preemption off", size);
	else
		strscpy(why, "it has interrupts off", size);
	return true;
}

/*
 * The function that an address is in. What gcc makes of one for some of its callers has a suffix, and is the
 * same function; behind a blank is the module that it is in.
 */
void replay_function_name(char *name, size_t size, unsigned long address)
{
	snprintf(name, size, "%ps", (void *)address);
	name[strcspn(name, ". ")] = '\0';
}

/* The return addresses on a task's stack, innermost first, without those in which it is held, or asks this. */
unsigned int replay_stack_of(struct task_struct *task, unsigned long *entries, unsigned int max)
{
	char name[KSYM_SYMBOL_LEN];
	unsigned int i, nr, first = 0;

	/* Its stack may be somebody else's by now. */
	if (READ_ONCE(task->exit_state))
		return 0;
	nr = stack_trace_save_tsk(task, entries, max, 0);
	for (i = 0; i < nr; i++) {
		replay_function_name(name, sizeof(name), entries[i]);
		if (!strncmp(name, "replay_", 7) || !strncmp(name, "__replay_", 9))
			first = i + 1;
	}
	memmove(entries, entries + first, (nr - first) * sizeof(*entries));
	return nr - first;
}

/* The taints by which the kernel marks an error, without those that say how it was built. */
#define TAINTS (BIT(TAINT_BAD_PAGE) | BIT(TAINT_DIE) | BIT(TAINT_WARN) | BIT(TAINT_SOFTLOCKUP))

static unsigned long taints_before;
static int locks_before;

/* An error that this kernel reports in every boot has nothing to do with the race. */
void replay_complaints_begin(void)
{
	taints_before = get_taint();
	locks_before = debug_locks;
}

/**
 * replay_complained() - has the kernel reported something wrong since the actors came?
 *
 * A BUG that the kernel survives, a WARN, KASAN and bad pages taint it. lockdep does not taint it, but
 * turns itself off.
 */
bool replay_complained(void)
{
	return (get_taint() & ~taints_before & TAINTS) || debug_locks != locks_before;
}

/* For replay_unwatched(). Neither may be inlined into a watched file, which would watch it, too. */

bool replay_unwatch(void)
{
	bool watching = replay_watching;

	replay_watching = false;
	return watching;
}

void replay_watch_again(bool watching)
{
	replay_watching = watching;
}
