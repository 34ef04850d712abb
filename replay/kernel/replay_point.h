/* SPDX-License-Identifier: GPL-2.0 */
/*
 * Labels: a semantic patch puts a label into a function, at a place that the label names. A label
 * records what the function knows about the race there.
 */
#ifndef _LINUX_REPLAY_POINT_H
#define _LINUX_REPLAY_POINT_H

#include <linux/compiler.h>
#include <linux/replay.h>

#include "../../kernel/replay/abi/facts.h"

struct replay_fact {
	const char *name;
	enum replay_kind kind;
	unsigned long value;
};

struct replay_label {
	const char *name;
	const char *function;
	unsigned int passes; /* by actors */
};

#define REPLAY_FACT(kind, name, value) \
	((struct replay_fact){ name, REPLAY_KIND_##kind, (unsigned long)(value) })

/* One that is not known here, NULL or 0, is left out of the trace. */
#define REPLAY_OBJECT(name, pointer) REPLAY_FACT(OBJECT, name, pointer)
#define REPLAY_CONTAINER(name, pointer) REPLAY_FACT(CONTAINER, name, pointer)
#define REPLAY_HANDLE(name, number) REPLAY_FACT(HANDLE, name, number)
#define REPLAY_ERROR(name, number) REPLAY_FACT(ERROR, name, number)

#define REPLAY_VALUE(name, number) REPLAY_FACT(VALUE, name, number)
#define REPLAY_INDEX(name, number) REPLAY_FACT(INDEX, name, number)

#ifdef CONFIG_REPLAY

void __replay_point(struct replay_label *label, const struct replay_fact *facts, unsigned int nr);

/**
 * replay_point() - mark a place where an actor can be held
 * @label: its name, a C identifier
 * @...: the facts known here, REPLAY_OBJECT("page", page) and so on; REPLAY_FACTS_MAX at most
 *
 * Context: Any. May sleep only if the schedule holds the actor here, which is
 * refused where the actor must not sleep.
 */
#define replay_point(label, ...)                                                       \
	do {                                                                           \
		static struct replay_label __replay_label __used __aligned(8)          \
			__section("replay_labels") = { #label, __func__ };             \
                                                                                       \
		if (unlikely(replay_on)) {                                             \
			const struct replay_fact __facts[] = { __VA_ARGS__ };          \
                                                                                       \
			BUILD_BUG_ON(ARRAY_SIZE(__facts) > REPLAY_FACTS_MAX);          \
			__replay_point(&__replay_label, __facts, ARRAY_SIZE(__facts)); \
		}                                                                      \
	} while (0)

#else /* !CONFIG_REPLAY */

#define replay_point(label, ...) \
	do {                     \
	} while (0)

#endif /* CONFIG_REPLAY */

#endif /* _LINUX_REPLAY_POINT_H */
