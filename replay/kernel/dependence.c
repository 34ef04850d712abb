// SPDX-License-Identifier: GPL-2.0
/*
 * Dependence: which transitions of an execution depend on each other. A transition is what one
 * actor does from one scheduling point to the next. Two transitions are independent if they touch
 * no word in common, or if both leave each common word unchanged. Then they lead to the same
 * state in either order, and the host need not run both executions.
 *
 * An access of an interrupt or a kernel thread counts as an access of the transition during which
 * it happens.
 */
#include <linux/bitmap.h>
#include <linux/hash.h>
#include <linux/mm.h>
#include <linux/replay_access.h>
#include <linux/sched/task_stack.h>
#include <linux/string.h>

#include <linux/replay_context.h>

#include "actors.h"
#include "context.h"
#include "dependence.h"
#include "director.h"
#include "mm.h"

/* gcc does either; and older kernels do not say what is done in assembler. */
#if defined(CONFIG_KASAN) || !__has_include(<linux/instrumented.h>)
#define SEES_ALL false
#else
#define SEES_ALL true
#endif

#define WORD sizeof(unsigned long)
#define WORDS_BITS 16
#define WORDS_MAX (3 << (WORDS_BITS - 2)) /* so full is slow */
#define TOUCHED_MAX 16384

struct word {
	unsigned long address;
	/* The last one in which it was touched; without it nothing else holds. */
	unsigned int execution;
	unsigned short transition; /* the last one that touched it, and what that did: */
	bool written;
	/*
	 * @before is valid: the word was read before its first write in this transition, so
	 * restoring it counts as no change. A blind write of the old value is still a write.
	 */
	bool known;
	unsigned long before;
	unsigned short writer; /* the last transition that changed it; 0: none */
	unsigned short readers[REPLAY_ACTORS_MAX]; /* the last since then that only looked at it */
};

static struct word words[1 << WORDS_BITS];
static unsigned int nr_words;

/* The transition in progress. */
static struct word *touched[TOUCHED_MAX];
static unsigned int nr_touched;
static unsigned int number;
static DECLARE_BITMAP(depends_on, REPLAY_TRANSITIONS_MAX); /* of others, directly */
static bool lost; /* not all accesses of this execution are known */

static unsigned int execution; /* from 1 */
static unsigned char actors[REPLAY_TRANSITIONS_MAX]; /* of the transitions of this execution */

/* The slot of the word, or a free one: its execution is an earlier one. */
static struct word *word_at(unsigned long address)
{
	unsigned int slot = hash_long(address, WORDS_BITS);

	while (words[slot].execution == execution && words[slot].address != address)
		slot = (slot + 1) % ARRAY_SIZE(words);
	return &words[slot];
}

/* NULL if there is no room. */
static struct word *touch(unsigned long address, bool write)
{
	struct word *word = word_at(address);

	if (nr_words == WORDS_MAX || nr_touched == TOUCHED_MAX) {
		lost = true;
		return NULL;
	}
	if (word->execution != execution) {
		memset(word, 0, sizeof(*word));
		word->address = address;
		word->execution = execution;
		nr_words++;
	}
	if (word->transition != number) {
		word->transition = number;
		word->written = false;
		word->known = !write && virt_addr_valid(address);
		if (word->known)
			word->before = *(unsigned long *)address;
		touched[nr_touched++] = word;
	}
	word->written |= write;
	return word;
}

static void (*tell)(unsigned long pc, unsigned long address, bool write);
static bool in_transition;

/**
 * replay_tell_accesses() - have each access of the actors told, before it is made
 * @told: is called with where that was told, and what is accessed
 *
 * Context: Any.
 */
void replay_tell_accesses(void (*told)(unsigned long pc, unsigned long address, bool write))
{
	tell = told;
	replay_watching = true;
}

/* On a kernel with KASAN. */
void __replay_checked(unsigned long address, bool write, unsigned long pc)
{
	if (tell)
		tell(pc, address, write);
}

/* The current task is about to access the object. Sleeps only if it may, where the director holds it. */
void replay_access_at(const volatile void *object, size_t size, bool write, unsigned long pc)
{
	unsigned long address = (unsigned long)object, end = address + size;

	if (tell)
		tell(pc, address, write);
	if (!in_transition)
		return;
	if (current == replay_waiter)
		return;
	/* Skip the task's own stack and preempt count: others need a pointer to access them. */
	if (address - (unsigned long)task_stack_page(current) < THREAD_SIZE ||
	    address - (unsigned long)current_thread_info() < sizeof(struct thread_info))
		return;
	for (address &= -WORD; address < end; address += WORD)
		if (!replay_mm_counts(address))
			touch(address, write);
}

void __replay_access(const volatile void *object, size_t size, bool write)
{
	replay_access_at(object, size, write, _RET_IP_);
}

/* Records an access to the word at @address, in whatever memory. */
void replay_touch(unsigned long address, bool write)
{
	touch(address & -WORD, write);
}

/* The word changes, even if its value does not show that. */
void replay_change(unsigned long address)
{
	struct word *word = in_transition ? touch(address & -WORD, true) : NULL;

	if (word)
		word->known = false;
}

/* As replay_change(), for what the kernel calls. */
void __replay_changed(const void *object)
{
	replay_change((unsigned long)object);
}

static void depend(unsigned int transition)
{
	if (transition && actors[transition] != actors[number])
		__set_bit(transition, depends_on);
}

/* The transition in progress accesses the word no more: note on what it depends. */
static void settle(struct word *word)
{
	unsigned int i;

	/* The word is as before: a lock was taken and released, or an entry added and deleted. */
	if (word->written && word->known && word->before == *(unsigned long *)word->address)
		word->written = false;
	depend(word->writer);
	if (!word->written) {
		word->readers[actors[number]] = number;
		return;
	}
	for (i = 0; i < replay_nr_actors; i++)
		depend(word->readers[i]);
	memset(word->readers, 0, sizeof(word->readers));
	word->writer = number;
}

/*
 * New memory has no access history: the address that the allocator chose must create no
 * dependence. To free it is a write, so that a use after that depends on it.
 */
void __replay_allocated(const void *object, size_t size)
{
	unsigned long address = (unsigned long)object, end = address + size;

	if (!in_transition)
		return;
	for (; object && address < end; address += WORD) {
		struct word *word = word_at(address);

		if (word->execution != execution)
			continue;
		if (word->transition == number)
			settle(word);
		word->transition = word->writer = 0;
		memset(word->readers, 0, sizeof(word->readers));
	}
}

void __replay_freed(const void *object, size_t size)
{
	unsigned long address = (unsigned long)object, end = address + size;

	if (!in_transition)
		return;
	for (; address < end; address += WORD)
		if (word_at(address)->execution == execution)
			replay_change(address);
}

/* An execution begins without accesses. */
void replay_dependence_begin(void)
{
	execution++;
	nr_words = 0;
	lost = !SEES_ALL;
}

void replay_transition_begin(unsigned int transition, unsigned int actor)
{
	number = transition;
	actors[transition] = actor;
	nr_touched = 0;
	bitmap_zero(depends_on, REPLAY_TRANSITIONS_MAX);
	in_transition = replay_watching = true;
}

/**
 * replay_transition_end() - the transition in progress has ended
 * @all_known: did replay_touch() get all accesses of the program?
 *
 * Return: a bit for each transition of another actor on which it depends directly, up to
 * REPLAY_TRANSITIONS_MAX; NULL if that is not known.
 *
 * Context: Any.
 */
const unsigned long *replay_transition_end(bool all_known)
{
	unsigned int i;

	in_transition = false;
	replay_watching = tell != NULL;
	lost |= !all_known;
	for (i = 0; i < nr_touched; i++)
		if (touched[i]->transition == number)
			settle(touched[i]);
	return lost ? NULL : depends_on;
}
