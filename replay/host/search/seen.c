// SPDX-License-Identifier: GPL-2.0
#include <search.h>
#include <stdlib.h>
#include <string.h>

#include "seen.h"
#include "util.h"

/* A state in which an actor could go on, and others, with fewest preemptions. */
struct state {
	unsigned long sum;
	unsigned int cost;
	unsigned int able;
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
static char *contradiction; /* executions that end in the same way, and differ in their outcome */

static int by_sum(const void *one, const void *other)
{
	const unsigned long *a = one, *b = other;

	return *a < *b ? -1 : *a > *b;
}

/* NULL where nothing is. */
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

/* Each actor that may be the one at a state is a place of its own. */
static unsigned long place_of(unsigned long state, unsigned int actor)
{
	return mixed(state, actor + 1);
}

/**
 * seen_state() - whether what an execution leads to from here is left out
 * @state: at the choice, as in struct run
 * @choice: who is there, and who can go on
 * @cost: preemptions of the execution
 *
 * Return: true where another execution was in this state, and whatever comes from this choice
 * comes from there, and costs no more: whoever ran there could be let go on, or another at
 * the price of a switch.
 */
bool seen_state(unsigned long state, const struct choice *choice, unsigned int cost)
{
	for (unsigned int actor = 0; actor < nr_actors; actor++) {
		const struct state *at = find(&states, place_of(state, actor));

		if (at && at->cost + (at->is_point && actor != choice->actor) <= cost &&
		    (choice->able | at->able) == at->able)
			return true;
	}
	return false;
}

/**
 * seen_add_state() - an execution has been here, and what it leads to is not left out
 * @state: as of seen_state(), which has said false
 * @choice: the same
 * @cost: the same
 */
void seen_add_state(unsigned long state, const struct choice *choice, unsigned int cost)
{
	unsigned long sum = place_of(state, choice->actor);
	struct state *at = find(&states, sum);

	if (!at) {
		at = more(NULL, sizeof(*at));
		at->sum = sum;
		add(&states, at);
	}
	at->cost = cost;
	at->able = choice->able;
	at->is_point = choice->kind == 'p';
}

/**
 * seen_add_end() - an execution has come to its end, or not
 * @run: what the guest has handed back
 *
 * Executions that end in the same way have the same outcome, or something is not watched:
 * see seen_contradiction().
 */
void seen_add_end(const struct run *run)
{
	unsigned long outcome = hash(run->results.outcome.bytes);
	struct text choices = {};
	struct end *at;

	if (!run->end || contradiction)
		return;
	for (unsigned int i = 0; i < run->nr_choices; i++)
		append(&choices, "%u", run->choices[i].let);
	at = find(&ends, run->end);
	if (!at) {
		at = more(NULL, sizeof(*at));
		*at = (struct end){ run->end, outcome, choices.bytes };
		add(&ends, at);
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
 * seen_ends() - how many ends there are
 *
 * Return: the number of graphs that executions ended with.
 */
unsigned long seen_ends(void)
{
	return nr_ends;
}

/**
 * seen_contradiction() - whether executions are taken for the same that are not
 *
 * Return: the first two, by their choices, with " and " between; NULL where there are none.
 */
const char *seen_contradiction(void)
{
	return contradiction;
}
