// SPDX-License-Identifier: GPL-2.0
#include <search.h>
#include <stdlib.h>
#include <string.h>

#include "states.h"
#include "util.h"

/* A state in which an actor could go on, and others, with fewest preemptions. */
struct state {
	unsigned long sum;
	unsigned int cost;
	unsigned int enabled;
	bool is_point;
};

/* How executions ended, and the choices of the first of them. */
struct end {
	unsigned long sum;
	unsigned long outcome;
	char *choices;
};

/* Trees of them, by their sum, which is the first member of each. */
static void *states, *ends;
static unsigned long nr_ends;
static char *differing; /* the first two executions with the same graph and different outcomes */

static int by_sum(const void *one, const void *other)
{
	const unsigned long *a = one, *b = other;

	return *a < *b ? -1 : *a > *b;
}

/* NULL if there is none. */
static void *find(void *const *tree, unsigned long sum)
{
	void **found = tfind(&sum, tree, by_sum);

	return found ? *found : NULL;
}

static void add(void **tree, const void *new)
{
	if (!tsearch(new, tree, by_sum))
		die("memory is used up");
}

/* A state has a separate entry for each actor that may be at it. */
static unsigned long place_of(unsigned long state, unsigned int actor)
{
	return mixed(state, actor + 1);
}

/**
 * states_have() - may the host prune the execution at this choice?
 * @state: at the choice, as in struct record
 * @choice: the actor that is there, and the enabled actors
 * @cost: preemptions of the execution
 *
 * Return: true if another execution was in this state, at least the same actors were enabled there,
 * and it can go on in each way with no more preemptions: with the same actor at no price, with another
 * one at the price of a preemption if it was at a point.
 */
bool states_have(unsigned long state, const struct choice *choice, unsigned int cost)
{
	for (unsigned int actor = 0; actor < nr_actors; actor++) {
		const struct state *at = find(&states, place_of(state, actor));

		if (at && at->cost + (at->is_point && actor != choice->actor) <= cost &&
		    (choice->enabled | at->enabled) == at->enabled)
			return true;
	}
	return false;
}

/**
 * states_add() - an execution has been in this state, and is not pruned there
 * @state: as of states_have(), which has returned false
 * @choice: likewise
 * @cost: likewise
 */
void states_add(unsigned long state, const struct choice *choice, unsigned int cost)
{
	unsigned long sum = place_of(state, choice->actor);
	struct state *at = find(&states, sum);

	if (!at) {
		at = more(NULL, sizeof(*at));
		at->sum = sum;
		add(&states, at);
	}
	at->cost = cost;
	at->enabled = choice->enabled;
	at->is_point = choice->kind == REPLAY_CHOICE_point;
}

/**
 * states_add_end() - remember the graph and the outcome of an execution, if it has come to its end
 * @record: the execution
 *
 * Executions with the same graph must have the same outcome; otherwise some access is not
 * watched, and states_differ() names them.
 */
void states_add_end(const struct record *record)
{
	unsigned long outcome = hash(record->results.outcome.bytes);
	struct text choices = {};
	struct end *at;

	if (!record->end || differing)
		return;
	for (unsigned int i = 0; i < record->nr_choices; i++)
		append(&choices, "%c", REPLAY_PREFIX_ACTOR + record->choices[i].let);
	at = find(&ends, record->end);
	if (!at) {
		at = more(NULL, sizeof(*at));
		*at = (struct end){ record->end, outcome, choices.bytes };
		add(&ends, at);
		nr_ends++;
		return;
	}
	if (at->outcome != outcome) {
		append(&choices, " and %s", at->choices);
		differing = choices.bytes;
		return;
	}
	free(choices.bytes);
}

/**
 * states_ends() - how many different graphs there are
 *
 * Return: the number of graphs with which executions ended.
 */
unsigned long states_ends(void)
{
	return nr_ends;
}

/**
 * states_differ() - do executions that are taken for equivalent have different outcomes?
 *
 * Return: the first two, by their choices, with " and " between; NULL if there are none.
 */
const char *states_differ(void)
{
	return differing;
}
