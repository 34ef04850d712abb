/* SPDX-License-Identifier: GPL-2.0 */
/* Read the file of stacks of a run, which replay/abi/stacks.h defines. */
#ifndef STACKS_H
#define STACKS_H

#include <stdbool.h>

/* A line of it. */
struct stack_line {
	unsigned int step; /* that begins; 0 where stacks are written */
	const char *actor; /* that the line is about; "" where it is about all */
	const char *word; /* REPLAY_STACKS_HELD and so on */
	char *rest; /* what follows the word, and the name of the actor */
};

bool stacks_next(char **text, struct stack_line *line);
const char *lock_words(const char *word);

/* Of a lock as a step begins. */
struct lock {
	unsigned int step;
	const char *actor, *name; /* both are "" where lockdep notes nothing any more */
	const char *words; /* what it does with the lock; the same words are the same pointer */
};

struct locks {
	struct lock *of; /* as they come */
	unsigned int nr;
	char *bytes; /* what all of this points into */
};

void locks_read(struct locks *locks, const char *path);
void locks_free(struct locks *locks);

#endif /* STACKS_H */
