/* SPDX-License-Identifier: GPL-2.0 */
/*
 * Facts: what a label records about the race at its place. A fact has a name that the scenario
 * chooses, a kind and a value. This is the only definition of the kinds, for the kernel, which
 * writes facts, and the host, which reads and draws them. Plain C that includes nothing.
 *
 * A trace has a fact as NAME=VALUE; how VALUE begins tells its kind.
 */
#ifndef REPLAY_ABI_FACTS_H
#define REPLAY_ABI_FACTS_H

#define REPLAY_FACTS_MAX 6 /* of a label */

/* KIND(kind, how VALUE is written, what it is) */
#define REPLAY_KINDS(KIND)                                                                    \
	KIND(OBJECT, "#%lu",                                                                  \
	     "an object: its number, from 1 in the order of the trace; drawn as a letter")    \
	KIND(CONTAINER, "@%lu",                                                               \
	     "the object that another fact is in: a number likewise; not drawn")              \
	KIND(HANDLE, "0x%lx", "a number that stands for something; drawn as a number from 1") \
	KIND(ERROR, "E%lu", "an error; drawn by its name")                                    \
	KIND(VALUE, "%+ld", "a number; drawn as it is")                                       \
	KIND(INDEX, "%lu", "a number; not drawn")

enum replay_kind {
#define REPLAY_KIND(kind, format, text) REPLAY_KIND_##kind,
	REPLAY_KINDS(REPLAY_KIND)
#undef REPLAY_KIND
		REPLAY_KINDS_NR
};

#endif /* REPLAY_ABI_FACTS_H */
