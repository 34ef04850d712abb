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

/* What is about one actor, where the stacks of all are written. */
static void print_of_actor(const struct stack_line *line, bool is_only)
{
	if (!strcmp(line->word, REPLAY_STACKS_FRAME))
		puts(line->rest);
	else if (!is_only && lock_words(line->word))
		printf("      %s '%s'\n", lock_words(line->word), line->rest);
}

static void print_head(const char *name, const char *place)
{
	printf("    %s at [%s]\n"
	       "    ----------------------------------------------------------------\n",
	       name, place);
}

/**
 * view_stacks() - the stacks of a file of stacks
 *
 * Behind the name of an actor come its locks, and the addresses of its stack, which alone have no blanks before
 * them. Of one actor that the caller names, only the addresses.
 *
 * Return: AS_IT_SHOULD, or where there is no stack to show FAILED
 */
int view_stacks(int argc, char **argv)
{
	const char *only = argc > 1 && *argv[1] ? argv[1] : NULL, *actor = NULL;
	char *rest = file_read(argv[0], NULL);
	struct stack_line line;
	bool in_stacks = false, found = false;

	while (stacks_next(&rest, &line)) {
		if (!strcmp(line.word, REPLAY_STACKS_ALL) ||
		    !strcmp(line.word, REPLAY_STACKS_STEP)) {
			in_stacks = !strcmp(line.word, REPLAY_STACKS_ALL);
			actor = NULL;
		} else if (!in_stacks) {
			continue;
		} else if (!strcmp(line.word, REPLAY_STACKS_ACTOR)) {
			actor = strsep(&line.rest, " ");
			found |= !only || !strcmp(only, actor);
			if (!only && line.rest)
				print_head(actor, after(line.rest, "at ") ?: line.rest);
		} else if (!strcmp(line.word, REPLAY_STACKS_LOST) && !only) {
			printf("    %s\n", lock_words(line.word));
		} else if (actor && (!only || !strcmp(only, actor))) {
			print_of_actor(&line, only);
		}
	}
	return found ? AS_IT_SHOULD : FAILED;
}

/**
 * view_modules() - where functions of modules were: MODULE FUNCTION ADDRESS, a line each
 */
int view_modules(int argc, char **argv)
{
	char *rest = file_read(argv[0], NULL);
	struct stack_line line;

	(void)argc;
	while (stacks_next(&rest, &line))
		if (!strcmp(line.word, REPLAY_STACKS_MODULE))
			puts(line.rest);
	return AS_IT_SHOULD;
}
