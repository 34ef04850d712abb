// SPDX-License-Identifier: GPL-2.0
/*
 * Accesses: while orders are explored, what the stretches of an order share. A
 * stretch is what one actor does from one place of choice to the next. Two that
 * touch no word in common, or that both leave it as it was, come to the same
 * whichever is first: so the host can leave out orders.
 *
 * What interrupts and kernel threads touch is the stretch's in which they do.
 */
#include <linux/bitmap.h>
#include <linux/hash.h>
#include <linux/mm.h>
#include <linux/mman.h>
#include <linux/mmzone.h>
#include <linux/sched/task_stack.h>
#include <linux/string.h>
#include <linux/vmstat.h>

#include "internal.h"

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
	unsigned int order; /* the last one in which it was touched; without it nothing else holds */
	unsigned short stretch; /* the last one that touched it, and what that did: */
	bool written;
	/*
	 * It has looked at what was there before it changed that. Whoever has not would
	 * change it to what it was by chance only.
	 */
	bool known;
	unsigned long before;
	unsigned short writer; /* the last stretch that changed it; 0: none */
	unsigned short readers[REPLAY_ACTORS_MAX]; /* the last since then that only looked at it */
};

static struct word words[1 << WORDS_BITS];
static unsigned int nr_words;

/* The stretch in progress. */
static struct word *touched[TOUCHED_MAX];
static unsigned int nr_touched;
static unsigned int number;
static DECLARE_BITMAP(depends_on, REPLAY_TRANSITIONS_MAX); /* of others, directly */
static bool lost; /* in this order more was touched than there is room for */

static unsigned int order; /* from 1 */
static unsigned char actors[REPLAY_TRANSITIONS_MAX]; /* of the stretches of this order */

bool replay_watching;

/* Counts that are atomic, of what is kept for whoever reads /proc. */
static bool is_count(unsigned long address)
{
#define within(object) (address - (unsigned long)&(object) < sizeof(object))
	struct pglist_data *node = NODE_DATA(0);
	unsigned int i;

	if (within(vm_zone_stat) || within(vm_node_stat) || within(node->vm_stat) ||
	    within(vm_committed_as))
		return true;
	for (i = 0; i < MAX_NR_ZONES; i++)
		if (within(node->node_zones[i].vm_stat))
			return true;
	return false;
#undef within
}

/* Where it is, or has room: then the order is another. */
static struct word *word_at(unsigned long address)
{
	unsigned int slot = hash_long(address, WORDS_BITS);

	while (words[slot].order == order && words[slot].address != address)
		slot = (slot + 1) % ARRAY_SIZE(words);
	return &words[slot];
}

/* NULL where there is no room. */
static struct word *touch(unsigned long address, bool write)
{
	struct word *word = word_at(address);

	if (nr_words == WORDS_MAX || nr_touched == TOUCHED_MAX) {
		lost = true;
		return NULL;
	}
	if (word->order != order) {
		memset(word, 0, sizeof(*word));
		word->address = address;
		word->order = order;
		nr_words++;
	}
	if (word->stretch != number) {
		word->stretch = number;
		word->written = false;
		word->known = !write && virt_addr_valid(address);
		if (word->known)
			word->before = *(unsigned long *)address;
		touched[nr_touched++] = word;
	}
	word->written |= write;
	return word;
}

void __replay_access(const volatile void *object, size_t size, bool write)
{
	unsigned long address = (unsigned long)object, end = address + size;

	if (current == replay_director)
		return;
	/* Its own stack and preempt count: nobody else's, but for what others reach by a pointer. */
	if (address - (unsigned long)task_stack_page(current) < THREAD_SIZE ||
	    address - (unsigned long)current_thread_info() < sizeof(struct thread_info))
		return;
	for (address &= -WORD; address < end; address += WORD)
		if (!is_count(address))
			touch(address, write);
}

/* The word at @address may be anybody's, of whatever memory. */
void replay_touch(unsigned long address, bool write)
{
	touch(address & -WORD, write);
}

/* It changes, even if that is not to be seen in it. */
void replay_change(unsigned long address)
{
	struct word *word = touch(address & -WORD, true);

	if (word)
		word->known = false;
}

static void depend(unsigned int stretch)
{
	if (stretch && actors[stretch] != actors[number])
		__set_bit(stretch, depends_on);
}

/* What the stretch in progress has done to it is over. */
static void settle(struct word *word)
{
	unsigned int i;

	/* A lock that was taken and released, a list that was added to and deleted from. */
	if (word->written && word->known && word->before == *(unsigned long *)word->address)
		word->written = false;
	depend(word->writer);
	if (!word->written) {
		word->readers[actors[number]] = number;
		return;
	}
	for (i = 0; i < REPLAY_ACTORS_MAX; i++)
		depend(word->readers[i]);
	memset(word->readers, 0, sizeof(word->readers));
	word->writer = number;
}

/*
 * Which memory an allocation gets, and who had it before, makes no difference to whoever
 * asked. Whoever goes on to use what was freed depends on who freed it, or has it now.
 */
void __replay_allocated(const void *object, size_t size)
{
	unsigned long address = (unsigned long)object, end = address + size;

	for (; object && address < end; address += WORD) {
		struct word *word = word_at(address);

		if (word->order != order)
			continue;
		if (word->stretch == number)
			settle(word);
		word->stretch = word->writer = 0;
		memset(word->readers, 0, sizeof(word->readers));
	}
}

void __replay_freed(const void *object, size_t size)
{
	unsigned long address = (unsigned long)object, end = address + size;

	for (; address < end; address += WORD)
		if (word_at(address)->order == order)
			replay_change(address);
}

/* For replay_unwatched(): neither may be inlined, where it would itself be watched. */

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

/* Nothing has been touched in this order. */
void replay_watch(void)
{
	order++;
	nr_words = 0;
	lost = !SEES_ALL;
	replay_program_order_begin();
}

void replay_stretch_begin(unsigned int stretch, unsigned int actor)
{
	number = stretch;
	actors[stretch] = actor;
	nr_touched = 0;
	bitmap_zero(depends_on, REPLAY_TRANSITIONS_MAX);
	replay_program_stretch_begin();
	replay_watching = true;
}

/**
 * replay_stretch_end() - nothing that comes now belongs to the stretch in progress
 *
 * Return: a bit for each stretch of another that it depends on, directly, up to
 * REPLAY_TRANSITIONS_MAX; NULL where that is not known.
 *
 * Context: Any.
 */
const unsigned long *replay_stretch_end(void)
{
	unsigned int i;

	replay_watching = false;
	lost |= !replay_program_stretch_end(actors[number]);
	for (i = 0; i < nr_touched; i++)
		if (touched[i]->stretch == number)
			settle(touched[i]);
	return lost ? NULL : depends_on;
}
