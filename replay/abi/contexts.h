/* SPDX-License-Identifier: GPL-2.0 */
/*
 * The contexts in which an actor runs. The guest names one for each actor, the kernel holds the
 * actor as its context requires, and the host draws it. This is the only definition. Plain C that
 * includes nothing.
 *
 * An actor of the program registers itself, with the command 'actor'. The target names an actor
 * of the kernel. Such an actor has turns: each call of the function, or each wakeup of the thread
 * from the place where it waits for work.
 */
#ifndef REPLAY_ABI_CONTEXTS_H
#define REPLAY_ABI_CONTEXTS_H

/* CONTEXT(word, target, what it is) */
#define REPLAY_CONTEXTS(CONTEXT)                                                          \
	CONTEXT(thread, "", "a thread of the program")                                    \
	CONTEXT(process, "", "a process that the program has forked behind its setup")    \
	CONTEXT(child, "", "whoever says become(), or is the first to")                   \
	CONTEXT(kthread, "THREAD", "the kernel thread of this name")                      \
	CONTEXT(work, "FUNCTION", "a worker's call of the function of a work item")       \
	CONTEXT(timer, "FUNCTION", "the call of a timer's function, once it has expired") \
	CONTEXT(hrtimer, "FUNCTION", "the same of a timer of a high resolution")          \
	CONTEXT(rcu, "FUNCTION", "the call of an RCU callback, behind its grace period")  \
	CONTEXT(softirq, "VECTOR", "a run of a softirq, as NET_RX, that has been raised")

/* REPLAY_CONTEXT_thread and so on; the last is how many there are. */
enum replay_context {
#define REPLAY_CONTEXT(word, target, text) REPLAY_CONTEXT_##word,
	REPLAY_CONTEXTS(REPLAY_CONTEXT)
#undef REPLAY_CONTEXT
		REPLAY_CONTEXTS_NR
};

/* It is the program's: a task that comes by itself. */
static inline int replay_context_is_user(enum replay_context context)
{
	return context <= REPLAY_CONTEXT_child;
}

/* It begins when it is let, and then runs to its end: nothing holds it midway. */
static inline int replay_context_is_deferred(enum replay_context context)
{
	return context >= REPLAY_CONTEXT_timer;
}

static inline const char *replay_context_word(enum replay_context context)
{
	static const char *const words[] = {
#define REPLAY_CONTEXT(word, target, text) [REPLAY_CONTEXT_##word] = #word,
		REPLAY_CONTEXTS(REPLAY_CONTEXT)
#undef REPLAY_CONTEXT
	};

	return words[context];
}

#endif /* REPLAY_ABI_CONTEXTS_H */
