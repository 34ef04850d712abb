// SPDX-License-Identifier: GPL-2.0
#include <stddef.h>
#include <stdlib.h>
#include <string.h>

#include "abi/stacks.h"
#include "file.h"
#include "stacks.h"
#include "util.h"

static const struct {
	const char *word, *words;
} kinds[] = {
	{ REPLAY_STACKS_HELD, "holds" },
	{ REPLAY_STACKS_LAST, "holds, or sleeps on," },
	{ REPLAY_STACKS_LOST, "lockdep has reported something, and notes no more locks" },
};

/**
 * stacks_next() - take the next line of a file of stacks
 * @text: what is left of the file, which is cut into words
 * @line: the line before; for the first, its actor is ""
 *
 * Return: whether there was one
 */
bool stacks_next(char **text, struct stack_line *line)
{
	line->rest = next_line(text);
	if (!line->rest)
		return false;
	line->word = strsep(&line->rest, " ");
	if (!line->rest)
		line->rest = strchr(line->word, '\0');
	if (!strcmp(line->word, REPLAY_STACKS_STEP) || !strcmp(line->word, REPLAY_STACKS_ALL)) {
		line->step = atoi(line->rest);
		line->actor = "";
	} else if (!strcmp(line->word, REPLAY_STACKS_ACTOR)) {
		line->actor = strsep(&line->rest, " ");
	}
	return true;
}

/**
 * lock_words() - what a line says of a lock
 * @word: the word of the line
 *
 * Return: the words; NULL where it is about something else
 */
const char *lock_words(const char *word)
{
	for (unsigned int i = 0; i < ARRAY_SIZE(kinds); i++)
		if (!strcmp(kinds[i].word, word))
			return kinds[i].words;
	return NULL;
}

/**
 * locks_read() - read the locks that a file of stacks has, of each step
 * @locks: where they go; locks_free() forgets them
 * @path: of the file; where there is none, there are no locks
 */
void locks_read(struct locks *locks, const char *path)
{
	char *rest = file_read(path, NULL);
	struct stack_line line = { .actor = "" };

	*locks = (struct locks){ .bytes = rest };
	while (stacks_next(&rest, &line)) {
		const char *words = lock_words(line.word);

		if (!line.step || !words)
			continue;
		locks->of = more(locks->of, (locks->nr + 1) * sizeof(*locks->of));
		locks->of[locks->nr++] = (struct lock){ line.step, line.actor, line.rest, words };
	}
}

/**
 * locks_free() - forget them
 * @locks: which
 */
void locks_free(struct locks *locks)
{
	free(locks->of);
	free(locks->bytes);
}
