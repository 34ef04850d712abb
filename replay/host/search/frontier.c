// SPDX-License-Identifier: GPL-2.0
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "options.h"
#include "frontier.h"
#include "states.h"
#include "text.h"
#include "util.h"

static struct level {
	struct execution *executions;
	/* The executions before done are done; those before first were given to guests. */
	size_t done, first, end, size;
} levels[LEVELS_MAX];

static bool bounded; /* an execution was dropped for having too many preemptions */

/**
 * frontier_push() - add an execution to be run
 * @choices: its prefix, which is copied
 * @cost: preemptions, up to the bound
 */
void frontier_push(const char *choices, unsigned int cost)
{
	struct level *level = &levels[cost];

	if (level->end == level->size) {
		level->size = level->size ? 2 * level->size : 64;
		level->executions =
			more(level->executions, level->size * sizeof(*level->executions));
	}
	level->executions[level->end++] = (struct execution){ copy_of(choices), cost };
}

/**
 * frontier_pop() - take the next execution to be run
 * @execution: gets it; the caller owns its choices
 *
 * The lowest level comes first; a level is done when all of its executions are done.
 *
 * Return: false if there is none, or none yet.
 */
bool frontier_pop(struct execution *execution)
{
	for (unsigned int cost = 0; cost <= options.bound; cost++) {
		struct level *level = &levels[cost];

		if (level->first != level->end) {
			*execution = level->executions[level->first++];
			return true;
		}
		/* The executions that still run may add others to this level. */
		if (level->done != level->end)
			return false;
	}
	return false;
}

/**
 * frontier_done() - an execution has been run, as the next of its level
 * @execution: which
 */
void frontier_done(const struct execution *execution)
{
	levels[execution->cost].done++;
}

/**
 * frontier_branch() - add the executions that are derived from one
 * @execution: as it was given
 * @record: the record of it
 *
 * Each derived execution makes another choice than this one at one scheduling point behind the
 * prefix.
 */
void frontier_branch(const struct execution *execution, const struct record *record)
{
	unsigned int given = strlen(execution->choices);
	char choices[REPLAY_TRANSITIONS_MAX + 1];

	for (unsigned int i = 0; i < record->nr_choices; i++) {
		const struct choice *choice = &record->choices[i];

		if (i >= given && !options.plain) {
			if (states_have(record->states[i], choice, execution->cost))
				return;
			states_add(record->states[i], choice, execution->cost);
		}
		for (unsigned int actor = 0; i >= given && actor < nr_actors; actor++) {
			unsigned int cost = execution->cost + (choice->kind == REPLAY_CHOICE_point);

			if (actor == choice->let || !(choice->enabled & 1UL << actor))
				continue;
			if (cost > options.bound) {
				bounded = true;
				continue;
			}
			choices[i] = REPLAY_PREFIX_ACTOR + actor;
			choices[i + 1] = '\0';
			frontier_push(choices, cost);
		}
		choices[i] = REPLAY_PREFIX_ACTOR + choice->let;
	}
}

/**
 * frontier_push_neighbours() - add the executions next to one that was found at random
 * @choices: of that execution
 * @nr: how many
 * @preemptions: preemptions in it
 *
 * Each neighbour differs from it in one choice, and has no more preemptions up to there. All go to the
 * lowest level.
 */
void frontier_push_neighbours(const struct choice *choices, unsigned int nr,
			      unsigned int preemptions)
{
	char execution[REPLAY_TRANSITIONS_MAX + 1];
	unsigned int before = 0;

	for (unsigned int i = 0; i < nr; i++) {
		const struct choice *choice = &choices[i];
		bool is_point = choice->kind == REPLAY_CHOICE_point;

		for (unsigned int actor = 0; actor < nr_actors; actor++) {
			if (actor == choice->let || !(choice->enabled & 1UL << actor) ||
			    before + (is_point && actor != choice->actor) > preemptions)
				continue;
			execution[i] = REPLAY_PREFIX_ACTOR + actor;
			execution[i + 1] = '\0';
			frontier_push(execution, 0);
		}
		execution[i] = REPLAY_PREFIX_ACTOR + choice->let;
		before += is_point && choice->let != choice->actor;
	}
}

/**
 * frontier_waiting() - how many executions wait for a guest
 * @cost: gets the lowest level with such executions, or the bound
 *
 * Return: the number of them at that level.
 */
size_t frontier_waiting(unsigned int *cost)
{
	const struct level *level = levels;

	while (level < &levels[options.bound] && level->first == level->end)
		level++;
	*cost = level - levels;
	return level->end - level->first;
}

/**
 * frontier_left() - how far the exploration has come
 * @cost: gets the lowest level with executions that are not done
 * @done: gets how many executions of that level are done
 * @all: gets how many executions that level has so far
 *
 * Return: false if all executions up to the bound are done.
 */
bool frontier_left(unsigned int *cost, size_t *done, size_t *all)
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
 * frontier_bounded() - are there executions with more preemptions than the bound?
 *
 * Return: false if the bound dropped none, so the executions up to the bound are all.
 */
bool frontier_bounded(void)
{
	return bounded;
}

/**
 * frontier_write_parts() - split the executions that are left into files, and print their names
 * @name: of the files, before a point and their number
 * @parts: how many files
 *
 * A part is a file of executions. It is done when these, and all that are derived from them, were
 * run. A file that cannot be written ends in die().
 */
void frontier_write_parts(const char *name, unsigned long parts)
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
						levels[cost].executions[i].choices);
		if (fclose(file))
			die("cannot write %s: %s", path, strerror(errno));
	}
	printf("left to run: %zu execution%s, in %s.1 to .%lu\n", nr, plural(nr), name, parts);
}

/**
 * frontier_read_part() - add the executions of a part, up to the bound
 * @path: a file that frontier_write_parts() has written; any other ends in die()
 */
void frontier_read_part(const char *path)
{
	FILE *file = opened(path, "r");
	char *choices = NULL;
	unsigned int cost;

	while (fscanf(file, "%u -%m[0-9]", &cost, &choices) >= 1) {
		if (cost <= options.bound)
			frontier_push(choices ?: "", cost);
		else
			bounded = true;
		free(choices);
		choices = NULL;
		if (fgetc(file) != '\n')
			break;
	}
	if (!feof(file) && fgetc(file) != EOF)
		die("%s is no part that --split has written", path);
	fclose(file);
}
