/* SPDX-License-Identifier: GPL-2.0 */
/* Read who holds which lock as a step begins. replay/abi/locks.h defines the lines. */
#ifndef LOCKS_H
#define LOCKS_H

struct lock {
	unsigned int step;
	const char *actor, *name; /* the actor is "" where lockdep notes nothing any more */
	const char *words; /* what it does with the lock; the same words are the same pointer */
};

struct locks {
	struct lock *of; /* as they come */
	unsigned int nr;
	char *bytes; /* what all of this points into */
};

void locks_read(struct locks *locks, const char *path);
void locks_free(struct locks *locks);

#endif /* LOCKS_H */
