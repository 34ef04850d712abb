// SPDX-License-Identifier: GPL-2.0
#include <stdio.h>
#include <string.h>

#include "history.h"
#include "util.h"

/**
 * history_pass() - the transition in progress passes a point
 * @history: of the execution
 * @point: a hash of its name and facts
 */
void history_pass(struct history *history, unsigned long point)
{
	history->passed = mixed(history->passed, point);
}

/**
 * history_add() - the transition in progress has ended
 * @history: of the execution
 * @number: of the transition, from 1, up to REPLAY_TRANSITIONS_MAX
 * @actor: the actor that made it
 * @on: the numbers of the transitions that it depends on, or '*' for all
 */
void history_add(struct history *history, unsigned int number, unsigned int actor, const char *on)
{
	unsigned long sum = mixed(actor + 1, history->last[actor]), others = 0;
	unsigned int other;
	int length;

	for (; sscanf(on, " %u%n", &other, &length) == 1; on += length)
		if (other < number)
			others += mixed(1, history->transitions[other]);
	for (other = 1; !strcmp(on, " *") && other < number; other++)
		others = mixed(others, history->transitions[other]);
	sum = mixed(mixed(sum, others), history->passed);
	history->transitions[number] = history->last[actor] = sum;
	history->passed = 0;
}

/**
 * history_sum() - a hash of the state to which the transitions so far have led
 * @history: of the execution
 *
 * Return: the same for executions with the same happens-before graph.
 */
unsigned long history_sum(const struct history *history)
{
	unsigned long sum = 0;

	for (unsigned int actor = 0; actor < REPLAY_ACTORS_MAX; actor++)
		sum = mixed(sum, history->last[actor]);
	return sum;
}
