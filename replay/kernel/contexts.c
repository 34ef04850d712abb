// SPDX-License-Identifier: GPL-2.0
/*
 * With replay_contexts=1 the kernel counts which work items, timers, callbacks, softirqs and
 * threads run during the race, and records which actors queued each. The results have the list,
 * and `points --contexts` prints it: a user finds there what can be an actor.
 */
#include <linux/kernel.h>
#include <linux/moduleparam.h>
#include <linux/replay_context.h>
#include <linux/string.h>

#include "abi/results.h"
#include "actors.h"
#include "context.h"
#include "contexts.h"
#include "sink.h"

static bool wanted;
core_param(replay_contexts, wanted, bool, 0);

bool replay_counting;

static struct count {
	enum replay_context context;
	unsigned long function; /* 0 for a thread or softirq */
	char name[REPLAY_NAME_MAX];
	unsigned int runs;
	unsigned long asked_by; /* a bit for each actor that has queued it */
} counts[256];
static unsigned int nr_counts;
static bool full; /* there was no room for something that ran */

/* NULL where there is no room. */
static struct count *count_of(enum replay_context context, unsigned long function, const char *name)
{
	struct count *count;

	for (count = counts; count < counts + nr_counts; count++)
		if (count->context == context && count->function == function &&
		    (function || !strcmp(count->name, name)))
			return count;
	if (nr_counts == ARRAY_SIZE(counts)) {
		full = true;
		return NULL;
	}
	nr_counts++;
	count->context = context;
	count->function = function;
	if (function)
		replay_function_name(count->name, sizeof(count->name), function);
	else
		strscpy(count->name, name, sizeof(count->name));
	return count;
}

void __replay_runs(enum replay_context context, unsigned long function, const char *name)
{
	struct count *count;

	/* kfree_rcu() has an offset in place of a function. */
	if (!name && function < PAGE_SIZE)
		return;
	count = count_of(context, function, name);
	if (count)
		count->runs++;
}

static void ask(struct count *count)
{
	const struct replay_actor *actor = replay_actor_here();

	/* When the director lets a turn, replay queues it again itself. */
	if (!replay_inside && actor && count)
		count->asked_by |= 1UL << (actor - replay_actors);
}

void __replay_asked(enum replay_context context, unsigned long function)
{
	if (replay_actor_here() && function >= PAGE_SIZE)
		ask(count_of(context, function, ""));
}

/*
 * The actor that wakes it asks for it; what replay wakes goes on. Does not count workers: their
 * work items are counted.
 */
void replay_kthread_runs(const struct task_struct *task)
{
	if (!replay_counting || replay_inside || task->flags & PF_WQ_WORKER ||
	    !strncmp(task->comm, "ksoftirqd", 9))
		return;
	__replay_runs(REPLAY_CONTEXT_kthread, 0, task->comm);
	ask(count_of(REPLAY_CONTEXT_kthread, 0, task->comm));
}

void replay_contexts_begin(void)
{
	replay_counting = wanted;
}

/* Writes a line each: what ran, how often, and who queued it. */
void replay_contexts_end(void)
{
	const struct count *count;

	if (!replay_counting)
		return;
	replay_counting = false;
	if (full)
		replay_report(REPLAY_RESULT_CONTEXTS
			      "there is room for %zu, and the list lacks those that came later",
			      ARRAY_SIZE(counts));
	for (count = counts; count < counts + nr_counts; count++) {
		char actors[REPLAY_ACTORS_MAX * REPLAY_NAME_MAX] = "";
		size_t len = 0;
		unsigned int i;

		if (!count->runs)
			continue;
		for (i = 0; i < replay_nr_actors; i++)
			if (count->asked_by & 1UL << i)
				len += scnprintf(actors + len, sizeof(actors) - len, "%s%s",
						 len ? "," : "", replay_actors[i].name);
		replay_report(REPLAY_RESULT_CONTEXT REPLAY_RESULT_CONTEXT_FORMAT,
			      replay_context_word(count->context), count->runs,
			      len ? actors : REPLAY_RESULT_NO_ACTORS, count->name);
	}
}
