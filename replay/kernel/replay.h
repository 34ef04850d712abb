/* SPDX-License-Identifier: GPL-2.0 */
/*
 * What the kernel under test calls: the points where an actor can be held, and the gate, which
 * keeps a woken actor from running until the director lets it.
 */
#ifndef _LINUX_REPLAY_H
#define _LINUX_REPLAY_H

#include <linux/compiler.h>
#include <linux/types.h>

struct kernel_siginfo;
struct task_struct;

#ifdef CONFIG_REPLAY

extern bool replay_on; /* there are actors */
extern bool replay_watching; /* record accesses, to know which transitions depend on each other */

void __replay_sleep(void);
void __replay_gate(void);
void __replay_woken(const struct task_struct *task);
void __replay_timed(const struct task_struct *task);
void __replay_exit(void);
void __replay_killed(const struct kernel_siginfo *info);
void __replay_access(const volatile void *object, size_t size, bool write);
void __replay_allocated(const void *object, size_t size);
void __replay_freed(const void *object, size_t size);
bool replay_unwatch(void);
void replay_watch_again(bool watching);

/**
 * replay_sleep() - the current task calls the scheduler; an actor may go to sleep
 *
 * Context: Process context, in the state in which the task is going to sleep.
 */
static inline void replay_sleep(void)
{
	if (unlikely(replay_on))
		__replay_sleep();
}

/**
 * replay_gate() - an actor returns from sleep; hold it until the director lets it
 *
 * Context: Process context, where the caller has just slept.
 */
static inline void replay_gate(void)
{
	if (unlikely(replay_on))
		__replay_gate();
}

/**
 * replay_woken() - a task that slept is woken
 * @task: the task
 *
 * Context: Any, with interrupts off.
 */
static inline void replay_woken(const struct task_struct *task)
{
	if (unlikely(replay_on))
		__replay_woken(task);
}

/**
 * replay_timed() - a task is about to sleep, with a timer that wakes it
 * @task: the task
 *
 * Context: Any.
 */
static inline void replay_timed(const struct task_struct *task)
{
	if (unlikely(replay_on))
		__replay_timed(task);
}

/**
 * replay_exit() - the current task has nothing left but its stack
 *
 * Context: Process context.
 */
static inline void replay_exit(void)
{
	if (unlikely(replay_on))
		__replay_exit();
}

/**
 * replay_killed() - a signal is about to kill the current process, and may have its core dumped
 * @info: of the signal
 *
 * Context: Process context.
 */
static inline void replay_killed(const struct kernel_siginfo *info)
{
	__replay_killed(info);
}

/**
 * replay_access() - the current task is about to access kernel memory, in a watched file
 * @object: the address
 * @size: of it, in bytes
 * @write: it may change what is there
 *
 * Context: Any.
 */
static __always_inline void replay_access(const volatile void *object, size_t size, bool write)
{
#ifdef __SANITIZE_THREAD__
	if (unlikely(replay_watching))
		__replay_access(object, size, write);
#endif
}

/* The accesses, allocations and frees of @statement count for no actor. */
#define replay_unwatched(statement)                 \
	do {                                        \
		bool __watching = replay_unwatch(); \
                                                    \
		statement;                          \
		replay_watch_again(__watching);     \
	} while (0)

/**
 * replay_allocated() - the allocator is about to return memory
 * @object: the address; may be NULL
 * @size: of it, in bytes
 *
 * Context: Any.
 */
static inline void replay_allocated(const void *object, size_t size)
{
	if (unlikely(replay_watching))
		__replay_allocated(object, size);
}

/**
 * replay_freed() - the memory is about to be freed
 * @object: the address
 * @size: of it, in bytes
 *
 * Context: Any.
 */
static inline void replay_freed(const void *object, size_t size)
{
	if (unlikely(replay_watching))
		__replay_freed(object, size);
}

#else /* !CONFIG_REPLAY */

#define replay_unwatched(statement) statement
static inline void replay_sleep(void)
{
}
static inline void replay_gate(void)
{
}
static inline void replay_woken(const struct task_struct *task)
{
}
static inline void replay_timed(const struct task_struct *task)
{
}
static inline void replay_exit(void)
{
}
static inline void replay_killed(const struct kernel_siginfo *info)
{
}
static inline void replay_access(const volatile void *object, size_t size, bool write)
{
}
static inline void replay_allocated(const void *object, size_t size)
{
}
static inline void replay_freed(const void *object, size_t size)
{
}

#endif /* CONFIG_REPLAY */

#endif /* _LINUX_REPLAY_H */
