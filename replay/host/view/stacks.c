// SPDX-License-Identifier: GPL-2.0
/* The stacks that a run recorded, and where its modules lay, for a script that finds the source lines. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "abi/stacks.h"
#include "file.h"
#include "stacks.h"
#include "util.h"
#include "view.h"

/* What is no frame, where the stacks of all are asked for. */
static void print_other(const struct stack_line *line)
{
	const char *words = lock_words(line->word), *place;

	if (!strcmp(line->word, REPLAY_STACKS_ACTOR)) {
		place = after(line->rest, "at ") ?: line->rest;
		printf("    %s at [%s]\n"
		       "    ----------------------------------------------------------------\n",
		       line->actor, place);
	} else if (words && *line->actor) {
		printf("      %s '%s'\n", words, line->rest);
	} else if (words) {
		printf("    %s\n", words);
	}
}

/**
 * view_stacks() - the stacks of a file of stacks
 *
 * Behind the name of an actor come its locks, and the return addresses of its stack, which alone have no blanks
 * before them. Of one actor that the caller names, only the addresses.
 *
 * Return: AS_IT_SHOULD, or where there is no stack to show FAILED
 */
int view_stacks(int argc, char **argv)
{
	const char *only = argc > 1 && *argv[1] ? argv[1] : NULL;
	char *rest = file_read(argv[0], NULL);
	struct stack_line line = { .actor = "" };
	bool found = false;

	while (stacks_next(&rest, &line)) {
		if (line.step || (only && strcmp(only, line.actor) != 0))
			continue;
		found |= !strcmp(line.word, REPLAY_STACKS_ACTOR);
		if (!strcmp(line.word, REPLAY_STACKS_FRAME))
			puts(line.rest);
		else if (!only)
			print_other(&line);
	}
	return found ? AS_IT_SHOULD : FAILED;
}

/**
 * view_modules() - where functions of modules were: MODULE FUNCTION ADDRESS, a line each
 */
int view_modules(int argc, char **argv)
{
	char *rest = file_read(argv[0], NULL);
	struct stack_line line = { .actor = "" };

	(void)argc;
	while (stacks_next(&rest, &line))
		if (!strcmp(line.word, REPLAY_STACKS_MODULE))
			puts(line.rest);
	return AS_IT_SHOULD;
}
