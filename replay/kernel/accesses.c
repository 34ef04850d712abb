// SPDX-License-Identifier: GPL-2.0
/*
 * Accesses: places where the kernel is about to access memory. gcc calls a function before each
 * access: with -fsanitize=thread one of tsan.c, and on a kernel with KASAN one of KASAN's. FUNCTION+N
 * is the Nth call in the code of the function. An actor can be held there as at the entry of a
 * function, and the trace may have each access.
 */
#include <linux/errno.h>
#include <linux/hash.h>
#include <linux/kallsyms.h>
#include <linux/kernel.h>
#include <linux/moduleparam.h>
#include <linux/string.h>

#include "accesses.h"
#include "actors.h"
#include "calls.h"
#include "context.h"
#include "dependence.h"
#include "director.h"
#include "sink.h"

#define CALL 2 /* bytes */

/* The trace has each access. */
static bool recording;
core_param(replay_accesses, recording, bool, 0);

#define SITES_BITS 13
#define SITES_MAX (3 << (SITES_BITS - 2)) /* so full is slow */

/* Each place that was chosen, or is recorded, by its address. */
static struct site {
	unsigned long pc; /* where the call returns to; 0: none */
	char name[REPLAY_NAME_MAX]; /* empty: it has none */
	bool chosen; /* a step, or an exploration, has named it */
} sites[1 << SITES_BITS];
static unsigned int nr_sites;

/* User-mode Linux has the large code model: each call is through a register. */
static bool is_call(unsigned long at)
{
	const u8 *code = (const u8 *)at;

	return code[0] == 0xff && (code[1] & 0xf8) == 0xd0;
}

/* Where the @nr-th call from @from on returns to, before @end; 0 where there is none. */
static unsigned long nth(unsigned long from, unsigned long end, unsigned int nr)
{
	for (; from + CALL <= end; from++)
		if (is_call(from) && !--nr)
			return from + CALL;
	return 0;
}

/* Writes FUNCTION+N; or nothing where the code is not that of a function alone. */
static void name_site(struct site *site)
{
	unsigned long size, offset, at, base;
	char name[KSYM_SYMBOL_LEN], *module;
	unsigned int nr = 0;

	site->name[0] = '\0';
	if (!kallsyms_lookup(site->pc, &size, &offset, &module, name) || module ||
	    strstr(name, ".cold"))
		return;
	base = site->pc - offset;
	if (!is_call(site->pc - CALL))
		return;
	for (at = base; at < site->pc; at++)
		nr += is_call(at);
	name[strcspn(name, ".")] = '\0';
	snprintf(site->name, sizeof(site->name), "%s+%u", name, nr);
}

/* Its slot, or the free one where it would be. */
static struct site *slot_of(unsigned long pc)
{
	unsigned int slot = hash_long(pc, SITES_BITS);

	while (sites[slot].pc && sites[slot].pc != pc)
		slot = (slot + 1) % ARRAY_SIZE(sites);
	return &sites[slot];
}

/* NULL if there is no room. */
static struct site *add(unsigned long pc)
{
	struct site *site = slot_of(pc);

	if (site->pc)
		return site;
	if (nr_sites == SITES_MAX)
		return NULL;
	nr_sites++;
	site->pc = pc;
	name_site(site);
	return site;
}

static void record(const struct replay_actor *actor, const struct site *site, unsigned long address,
		   bool write)
{
	static struct replay_recorded accesses;

	if (replay_trace_more(&accesses, actor, "accesses"))
		replay_trace(actor, REPLAY_EVENT_access, "%s %s %lx%s", site->name,
			     write ? "write" : "read", address & -sizeof(long),
			     replay_in_atomic() ? " atomic" : "");
}

/* The current task is about to access memory, and that is told at @pc. */
static void told(unsigned long pc, unsigned long address, bool write)
{
	struct replay_actor *actor;
	struct site *site;

	if (replay_inside || !replay_on)
		return;
	actor = replay_actor_here();
	if (!actor || actor->finished || !actor->let || in_interrupt())
		return;
	replay_inside = true;
	site = recording ? add(pc) : slot_of(pc);
	if (recording && site && site->name[0])
		record(actor, site, address, write);
	if (site && site->chosen)
		replay_director->enter(actor, site->name);
	replay_inside = false;
}

/**
 * replay_access_place() - make an access of memory a point
 * @name: FUNCTION+N
 *
 * Return: 0, -EINVAL where the name is none of this form, -ENOENT where there is no such access.
 *
 * Context: Any.
 */
int replay_access_place(const char *name)
{
	unsigned long entry, size, offset, pc;
	char function[REPLAY_NAME_MAX];
	const char *plus = strchr(name, '+');
	struct site *site;
	unsigned int nr;
	int error;

	if (!plus || kstrtouint(plus + 1, 10, &nr) || !nr || plus - name >= sizeof(function))
		return -EINVAL;
	strscpy(function, name, plus - name + 1);
	entry = kallsyms_lookup_name(function);
	if (!entry) {
		error = replay_function_entry(function, &entry);
		if (error || !entry)
			return -ENOENT;
	}
	if (!kallsyms_lookup_size_offset(entry, &size, &offset))
		return -ENOENT;
	pc = nth(entry - offset, entry - offset + size, nr);
	if (!pc)
		return -ENOENT;
	site = add(pc);
	if (!site)
		return -ENOENT;
	site->chosen = true;
	replay_tell_accesses(told);
	return 0;
}

/* The actors have come. Context: Any. */
void replay_accesses_begin(void)
{
	if (recording)
		replay_tell_accesses(told);
}
