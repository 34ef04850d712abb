/* SPDX-License-Identifier: GPL-2.0 */
/*
 * A step of a schedule: its grammar, for the kernel that follows it, the host that checks it
 * before anything boots, and gdb, which hands it over as text. Plain C without a header of
 * anybody but limits.h; step.c is compiled on both sides.
 *
 *	STEP    ACTOR[#N] END [or END]...
 *	END     reach LABEL | enter LOCATION | leave FUNCTION | park after LABEL |
 *	        sleep | block | finish
 *
 * The step is over at whichever end comes first; with #N, of the Nth turn of an actor of the kernel,
 * counted from the begin of the race.
 */
#ifndef REPLAY_ABI_STEP_H
#define REPLAY_ABI_STEP_H

#include "limits.h"

/* VERB(word, what follows it, when the step is over) */
#define REPLAY_VERBS(VERB)                                                                      \
	VERB(reach, "LABEL", "it is at a label of the kernel, or of its program (:LABEL)")      \
	VERB(enter, "LOCATION", "it is at the entry of a function, or at FILE:LINE")            \
	VERB(leave, "FUNCTION", "the call of a function that it is in, or makes next, returns") \
	VERB(park, "after LABEL", "it has passed a label, and is where it may sleep next")      \
	VERB(sleep, "", "it sleeps, whatever it waits for")                                     \
	VERB(block, "", "it sleeps, and nothing but another actor can wake it")                 \
	VERB(finish, "", "its part is done")

/* REPLAY_VERB_reach and so on; the last is how many there are. */
enum replay_verb {
#define REPLAY_VERB(word, target, text) REPLAY_VERB_##word,
	REPLAY_VERBS(REPLAY_VERB)
#undef REPLAY_VERB
		REPLAY_VERBS_NR
};

#define REPLAY_ENDS_MAX 4 /* of one step */

struct replay_end {
	enum replay_verb verb;
	char target[REPLAY_NAME_MAX]; /* empty where the verb has none */
	unsigned int column; /* of the target, from 1 */
};

struct replay_words {
	char actor[REPLAY_NAME_MAX];
	unsigned int turn; /* 0: whichever comes */
	unsigned int nr_ends;
	struct replay_end ends[REPLAY_ENDS_MAX];
};

struct replay_wrong {
	unsigned int column; /* from 1 */
	char text[256];
};

/**
 * replay_step_parse() - the words of a step
 * @words: what they say
 * @text: ACTOR and what it is let do, one line without its end
 * @wrong: what is wrong with it, and where
 *
 * Only names that the grammar has are looked at: whether there is such an actor, label or
 * function is for the caller to know.
 *
 * Return: 0, or -1 where something is wrong.
 */
int replay_step_parse(struct replay_words *words, const char *text, struct replay_wrong *wrong);

const char *replay_verb_word(enum replay_verb verb);

#endif /* REPLAY_ABI_STEP_H */
