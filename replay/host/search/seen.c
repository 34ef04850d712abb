// SPDX-License-Identifier: GPL-2.0
#include <search.h>
#include <stdlib.h>
#include <string.h>

#include "seen.h"
#include "util.h"

/* A state in which executions have been, or a graph with which one ended. */
struct seen {
	unsigned long sum;
	union {
		/*
		 * A state, an actor there, and the fewest preemptions with which an execution came.
		 */
		struct {
			unsigned int cost;
			unsigned int enabled;
			bool is_point;
		};
		/* An end. */
		struct {
			unsigned long outcome;
			char *choices;
		};
	};
};

static void *all_seen; /* a tree of them */
static unsigned long nr_ends;
static char *contradiction; /* two executions with the same graph and different outcomes */

static int by_sum(const void *one, const void *other)
{
	const struct seen *a = one, *b = other;

	return a->sum < b->sum ? -1 : a->sum > b->sum;
}

/* NULL if there is none. */
static struct seen *seen_at(unsigned long sum)
{
	const struct seen wanted = { .sum = sum };
	struct seen **found = tfind(&wanted, &all_seen, by_sum);

	return found ? *found : NULL;
}

/* Replaces the entry with the same sum. */
static void put(struct seen new)
{
	struct seen *at = seen_at(new.sum);

	if (!at) {
		at = more(NULL, sizeof(*at));
		at->sum = new.sum;
		if (!tsearch(at, &all_seen, by_sum))
			die("memory is used up");
	}
	*at = new;
}

/* A state has a separate entry for each actor that may be at it. */
static unsigned long place_of(unsigned long state, unsigned int actor)
{
	return mixed(state, actor + 1);
}

/**
 * seen_state() - may the host prune the execution at this choice?
 * @state: at the choice, as in struct run
 * @choice: the actor that is there, and the enabled actors
 * @cost: preemptions of the execution
 *
 * Return: true if another execution was in this state, at least the same actors were enabled there,
 * and it can go on in each way with no more preemptions: with the same actor at no price, with another
 * one at the price of a preemption if it was at a point.
 */
bool seen_state(unsigned long state, const struct choice *choice, unsigned int cost)
{
	for (unsigned int actor = 0; actor < nr_actors; actor++) {
		const struct seen *at = seen_at(place_of(state, actor));

		if (at && at->cost + (at->is_point && actor != choice->actor) <= cost &&
		    (choice->enabled | at->enabled) == at->enabled)
			return true;
	}
	return false;
}

/**
 * seen_add_state() - an execution has been in this state, and is not pruned there
 * @state: as of seen_state(), which has returned false
 * @choice: likewise
 * @cost: likewise
 */
void seen_add_state(unsigned long state, const struct choice *choice, unsigned int cost)
{
	put((struct seen){
		.sum = place_of(state, choice->actor),
		.cost = cost,
		.enabled = choice->enabled,
		.is_point = choice->kind == 'p',
	});
}

/**
 * seen_add_end() - remember the graph and the outcome of an execution, if it has come to its end
 * @run: the execution
 *
 * Executions with the same graph must have the same outcome; otherwise some access is not
 * watched, and seen_contradiction() names them.
 */
void seen_add_end(const struct run *run)
{
	unsigned long outcome = hash(run->results.outcome.bytes);
	struct text choices = {};
	struct seen *at;

	if (!run->end || contradiction)
		return;
	for (unsigned int i = 0; i < run->nr_choices; i++)
		append(&choices, "%u", run->choices[i].let);
	at = seen_at(run->end);
	if (!at) {
		put((struct seen){
			.sum = run->end,
			.outcome = outcome,
			.choices = choices.bytes,
		});
		nr_ends++;
		return;
	}
	if (at->outcome != outcome) {
		append(&choices, " and %s", at->choices);
		contradiction = choices.bytes;
		return;
	}
	free(choices.bytes);
}

/**
 * seen_ends() - how many different graphs there are
 *
 * Return: the number of graphs with which executions ended.
 */
unsigned long seen_ends(void)
{
	return nr_ends;
}

/**
 * seen_contradiction() - do executions that are taken for equivalent have different outcomes?
 *
 * Return: the first two, by their choices, with " and " between; NULL if there are none.
 */
const char *seen_contradiction(void)
{
	return contradiction;
}
