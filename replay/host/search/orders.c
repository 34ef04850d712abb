// SPDX-License-Identifier: GPL-2.0
#include <errno.h>
#include <stdio.h>
#include <string.h>

#include "options.h"
#include "orders.h"
#include "seen.h"
#include "text.h"
#include "util.h"

static struct level {
	struct order *orders;
	/* Those before done are done, and those before first are given. */
	size_t done, first, end, size;
} levels[LEVELS_MAX];

static bool bounded; /* an order is left out since it has too many preemptive switches */

/**
 * orders_push() - an order is to be run
 * @choices: of it; they are copied
 * @cost: preemptive switches, up to the bound
 */
void orders_push(const char *choices, unsigned int cost)
{
	struct level *level = &levels[cost];

	if (level->end == level->size) {
		level->size = level->size ? 2 * level->size : 64;
		level->orders = more(level->orders, level->size * sizeof(*level->orders));
	}
	level->orders[level->end++] = (struct order){ copy_of(choices), cost };
}

/**
 * orders_pop() - the next order that is to be run
 * @order: that; its choices are the caller's
 *
 * The lowest level comes first; a level is done when all of its orders are done.
 *
 * Return: false where there is none, or none yet.
 */
bool orders_pop(struct order *order)
{
	for (unsigned int cost = 0; cost <= options.bound; cost++) {
		struct level *level = &levels[cost];

		if (level->first != level->end) {
			*order = level->orders[level->first++];
			return true;
		}
		/* What runs may lead to orders of this level. */
		if (level->done != level->end)
			return false;
	}
	return false;
}

/**
 * orders_done() - an order has been run, as the next of its level
 * @order: which
 */
void orders_done(const struct order *order)
{
	levels[order->cost].done++;
}

/**
 * orders_branch() - what an order leads to is to be run
 * @order: as it was given
 * @run: what came of it
 *
 * That is, orders that differ from this one at one place, behind what it was given.
 */
void orders_branch(const struct order *order, const struct run *run)
{
	unsigned int given = strlen(order->choices);
	char choices[REPLAY_TRANSITIONS_MAX + 1];

	for (unsigned int i = 0; i < run->nr_choices; i++) {
		const struct choice *choice = &run->choices[i];

		if (i >= given && !options.plain) {
			if (seen_state(run->states[i], choice, order->cost))
				return;
			seen_add_state(run->states[i], choice, order->cost);
		}
		for (unsigned int actor = 0; i >= given && actor < nr_actors; actor++) {
			unsigned int cost = order->cost + (choice->kind == 'p');

			if (actor == choice->let || !(choice->able & 1UL << actor))
				continue;
			if (cost > options.bound) {
				bounded = true;
				continue;
			}
			choices[i] = '0' + actor;
			choices[i + 1] = '\0';
			orders_push(choices, cost);
		}
		choices[i] = '0' + choice->let;
	}
}

/**
 * orders_push_neighbours() - what is next to an order found at random is to be run
 * @choices: of that order
 * @nr: how many
 * @preemptions: preemptive switches in it
 *
 * That is, orders that differ from it in one choice, and are no less simple up to there.
 * All are of the lowest level.
 */
void orders_push_neighbours(const struct choice *choices, unsigned int nr, unsigned int preemptions)
{
	char order[REPLAY_TRANSITIONS_MAX + 1];
	unsigned int before = 0;

	for (unsigned int i = 0; i < nr; i++) {
		const struct choice *choice = &choices[i];
		bool is_point = choice->kind == 'p';

		for (unsigned int actor = 0; actor < nr_actors; actor++) {
			if (actor == choice->let || !(choice->able & 1UL << actor) ||
			    before + (is_point && actor != choice->actor) > preemptions)
				continue;
			order[i] = '0' + actor;
			order[i + 1] = '\0';
			orders_push(order, 0);
		}
		order[i] = '0' + choice->let;
		before += is_point && choice->let != choice->actor;
	}
}

/**
 * orders_waiting() - how many orders are to be given next
 * @cost: gets the lowest level of which not all are given, or the bound
 *
 * Return: the number of those of that level.
 */
size_t orders_waiting(unsigned int *cost)
{
	const struct level *level = levels;

	while (level < &levels[options.bound] && level->first == level->end)
		level++;
	*cost = level - levels;
	return level->end - level->first;
}

/**
 * orders_left() - how far it has come
 * @cost: gets the lowest level of which not all are done
 * @done: gets how many of that level are
 * @all: gets how many there are, as far as is known
 *
 * Return: false where all are done, up to the bound.
 */
bool orders_left(unsigned int *cost, size_t *done, size_t *all)
{
	for (*cost = 0; *cost <= options.bound; ++*cost) {
		*done = levels[*cost].done;
		*all = levels[*cost].end;
		if (*done != *all)
			return true;
	}
	return false;
}

/**
 * orders_bounded() - whether there are orders with more preemptive switches than the bound
 *
 * Return: false where none was left out for that: those up to the bound are all there are.
 */
bool orders_bounded(void)
{
	return bounded;
}

/**
 * orders_write_parts() - what is left goes to files, and it is said to which
 * @name: of the files, before a point and their number
 * @parts: how many there are
 *
 * Every part is a file of orders; whoever runs what they lead to has done its part. One
 * that cannot be written ends in die().
 */
void orders_write_parts(const char *name, unsigned long parts)
{
	char path[4096];
	size_t nr = 0;

	for (unsigned long part = 0; part < parts; part++) {
		FILE *file;

		snprintf(path, sizeof(path), "%s.%lu", name, part + 1);
		file = opened(path, "w");
		nr = 0;
		for (unsigned int cost = 0; cost <= options.bound; cost++)
			for (size_t i = levels[cost].done; i < levels[cost].end; i++)
				if (nr++ % parts == part)
					fprintf(file, "%u -%s\n", cost,
						levels[cost].orders[i].choices);
		if (fclose(file))
			die("cannot write %s: %s", path, strerror(errno));
	}
	printf("%zu orders that are left, and what they lead to, are in %s.1 to .%lu\n", nr, name,
	       parts);
}

/**
 * orders_read_part() - the orders of a part are to be run, up to the bound
 * @path: a file that orders_write_parts() has written; another ends in die()
 */
void orders_read_part(const char *path)
{
	char choices[REPLAY_TRANSITIONS_MAX + 2];
	FILE *file = opened(path, "r");
	unsigned int cost;

	while (fscanf(file, "%u -%1025[0-9]", &cost, choices) >= 1) {
		if (cost <= options.bound)
			orders_push(choices, cost);
		else
			bounded = true;
		if (fgetc(file) != '\n')
			break;
	}
	if (!feof(file) && fgetc(file) != EOF)
		die("%s is no part that --split has written", path);
	fclose(file);
}
