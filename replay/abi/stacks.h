/* SPDX-License-Identifier: GPL-2.0 */
/*
 * The file of stacks of a run: where each actor is, and which locks it holds, as a step begins; and its stack,
 * where the schedule says so or its order is not reached. None of it is in the trace. This is the only definition
 * of its lines, for the kernel, which writes them, and the host. An ADDRESS is in hexadecimal.
 */
#ifndef REPLAY_ABI_STACKS_H
#define REPLAY_ABI_STACKS_H

/* What the lines behind these are about. */
#define REPLAY_STACKS_STEP "step" /* STEP: a step begins */
#define REPLAY_STACKS_ALL "stacks" /* the stack of each actor is written, too */
#define REPLAY_STACKS_ACTOR "actor" /* NAME at PLACE */

/* Of all. */
#define REPLAY_STACKS_MODULE \
	"module" /* NAME FUNCTION ADDRESS: it is loaded, and has this function there */
#define REPLAY_STACKS_LOST "lost" /* lockdep has reported something, and notes no locks any more */

/* Of an actor. */
#define REPLAY_STACKS_HELD "held" /* LOCK: it holds the lock, as lockdep names it */
#define REPLAY_STACKS_LAST "last" /* LOCK: it sleeps, and holds this lock or waits for it */
#define REPLAY_STACKS_FRAME "frame" /* ADDRESS: a return address on its stack, innermost first */

#endif /* REPLAY_ABI_STACKS_H */
