// SPDX-License-Identifier: GPL-2.0
/*
 * Calls: in the files of uml-config/instrumented gcc puts a call of the two
 * routines below at the entry and the exit of each function, of one that is
 * inlined, too. They tell the trace where every actor is, and make each of these
 * functions a point without gdb.
 */
#include <linux/errno.h>
#include <linux/kallsyms.h>
#include <linux/kernel.h>
#include <linux/preempt.h>
#include <linux/string.h>
#include <asm/sections.h>

#include "internal.h"

void __cyg_profile_func_enter(void *function, void *caller);
void __cyg_profile_func_exit(void *function, void *caller);

/* What gcc makes of a function for some of its callers has a suffix, and is the same function. */
static void cut_suffix(char *name)
{
	strchrnul(name, '.')[0] = '\0';
}

void replay_function_name(char *name, const void *function)
{
	snprintf(name, REPLAY_NAME_MAX, "%ps", function);
	cut_suffix(name);
}

static struct replay_actor *caller_of(char *name, void *function)
{
	struct replay_actor *actor = replay_actor_of(current);

	/* An interrupt's work is not the actor's, whoever it interrupted. */
	if (!actor || actor->finished || !in_task())
		return NULL;
	replay_function_name(name, function);
	return actor;
}

/* A step in which an actor goes round for ever would fill the disk of the host. */
#define CALLS_MAX 100000

static void record(const struct replay_actor *actor, const char *event, const char *name,
		   const char *note)
{
	static unsigned int step, calls;

	if (step != replay_step.number) {
		step = replay_step.number;
		calls = 0;
	}
	if (calls > CALLS_MAX)
		return;
	if (calls++ == CALLS_MAX)
		replay_trace(actor, "unrecorded", "the calls behind the first %d of this step",
			     CALLS_MAX);
	else
		replay_trace(actor, event, "%s%s", name, note);
}

/* Context: Any. May sleep only if the schedule holds the actor here. */
void notrace __cyg_profile_func_enter(void *function, void *caller)
{
	char name[REPLAY_NAME_MAX];
	struct replay_actor *actor;

	if (likely(!replay_on))
		return;
	if (replay_exploring) {
		replay_order_enter(function);
		return;
	}
	actor = caller_of(name, function);
	if (!actor)
		return;
	actor->depth++;
	if (!replay_point_enter(actor, name))
		record(actor, "call", name, replay_in_atomic() ? " atomic" : "");
}

void notrace __cyg_profile_func_exit(void *function, void *caller)
{
	char name[REPLAY_NAME_MAX];
	struct replay_actor *actor;

	if (likely(!replay_on || replay_exploring))
		return;
	actor = caller_of(name, function);
	/* It became an actor within its first calls. */
	if (!actor || !actor->depth)
		return;
	actor->depth--;
	record(actor, "return", name, "");
}

/* The machine code of an instrumented function has the address of the routine in it. */
static bool calls_us(const char *code, unsigned long size)
{
	void (*routine)(void *, void *) = __cyg_profile_func_enter;
	const char *end = code + size - sizeof(routine);

	for (; code <= end; code++)
		if (!memcmp(code, &routine, sizeof(routine)))
			return true;
	return false;
}

/**
 * replay_function() - does this kernel have a function, and is it a point?
 * @function: its name; static ones of the same name are not told apart
 *
 * Return: 0 for a point, -ENXIO where its file is not instrumented, -ENOENT where
 * there is none; one that is inlined wherever it is called is only known in a file
 * that is instrumented.
 */
int replay_function(const char *function)
{
	unsigned long address, size, offset;
	char buf[KSYM_SYMBOL_LEN], *module;
	const char *name;
	int error = -ENOENT;

	for (address = (unsigned long)_stext; address < (unsigned long)_etext;
	     address += size - offset) {
		name = kallsyms_lookup(address, &size, &offset, &module, buf);
		if (!name || size == offset)
			break;
		cut_suffix(buf);
		if (strcmp(buf, function))
			continue;
		if (calls_us((const char *)address, size))
			return 0;
		error = -ENXIO;
	}
	return error;
}
