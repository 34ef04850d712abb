/* SPDX-License-Identifier: GPL-2.0 */
/*
 * Who holds which lock as a step begins, as lockdep knows it: lines in the file of stacks of a run, which
 * are not in its trace. This is their only definition, for the kernel, which writes them, and the host.
 *
 *	step-held STEP ACTOR NAME	the actor holds the lock
 *	step-last STEP ACTOR NAME	the actor sleeps, and holds this lock or waits for it
 *	step-lost STEP			lockdep has reported something, and notes no locks any more
 */
#ifndef REPLAY_ABI_LOCKS_H
#define REPLAY_ABI_LOCKS_H

#define REPLAY_LOCK_HELD "step-held"
#define REPLAY_LOCK_LAST "step-last"
#define REPLAY_LOCK_LOST "step-lost"

#endif /* REPLAY_ABI_LOCKS_H */
