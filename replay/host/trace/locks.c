// SPDX-License-Identifier: GPL-2.0
#include <stddef.h>
#include <stdlib.h>
#include <string.h>

#include "abi/locks.h"
#include "file.h"
#include "locks.h"
#include "util.h"

static const struct {
	const char *word, *words;
} kinds[] = {
	{ REPLAY_LOCK_HELD, "holds" },
	{ REPLAY_LOCK_LAST, "holds, or sleeps on," },
	{ REPLAY_LOCK_LOST, "lockdep has reported something, and notes no more locks" },
};

/* What a line says; NULL where it is about something else. */
static const char *words_of(const char *word)
{
	for (unsigned int i = 0; i < ARRAY_SIZE(kinds); i++)
		if (!strcmp(kinds[i].word, word))
			return kinds[i].words;
	return NULL;
}

static const char *field(char **rest)
{
	return *rest ? strsep(rest, " ") : "";
}

/**
 * locks_read() - read the locks that a file of stacks has
 * @locks: where they go; locks_free() forgets them
 * @path: of the file; where there is none, there are no locks
 */
void locks_read(struct locks *locks, const char *path)
{
	char *line, *rest = file_read(path, NULL);

	*locks = (struct locks){ .bytes = rest };
	while ((line = next_line(&rest))) {
		struct lock lock = { .words = words_of(field(&line)) };

		if (!lock.words)
			continue;
		lock.step = atoi(field(&line));
		lock.actor = field(&line);
		lock.name = line ? line : "";
		locks->of = more(locks->of, (locks->nr + 1) * sizeof(*locks->of));
		locks->of[locks->nr++] = lock;
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
