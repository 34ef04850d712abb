/* SPDX-License-Identifier: GPL-2.0 */
/* Read a trace: its events, in order. replay/abi/events.h defines them. */
#ifndef TRACE_H
#define TRACE_H

#include <stdbool.h>

#include "abi/events.h"

struct event {
	unsigned int line; /* of the trace, from 1 */
	unsigned int
		kind; /* an enum replay_event; REPLAY_EVENTS_NR where the word is none of these */
	const char *actor; /* "-" is nobody; the same actor is the same pointer */
	const char *word; /* of the event */
	const char *name; /* the first argument, where the event has NAME or STEP; or "" */
	const char *rest; /* all behind the word; behind the name, where there is one; or "" */
};

/* Of an actor: what the events have, and with it what it is, where that is no task of the program. */
struct name {
	const char *written, *shown;
};

struct trace {
	struct event *events;
	unsigned int nr;
	struct name *actors; /* but for "-", as they come */
	unsigned int nr_actors;
	char *bytes; /* what all of this points into */
};

void trace_read(struct trace *trace, const char *path);
bool event_is_step(const struct event *event);
unsigned int trace_last_step(const struct trace *trace);

#endif /* TRACE_H */
