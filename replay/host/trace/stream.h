/* SPDX-License-Identifier: GPL-2.0 */
/*
 * What a guest sends during an exploration, one line per event: the events of a trace, and those
 * that only the search needs (abi/events.h).
 */
#ifndef STREAM_H
#define STREAM_H

#include <stdbool.h>

#include "abi/events.h"
#include "abi/limits.h"

struct said {
	/* One of the two; the other is how many there are. */
	enum replay_event event;
	enum replay_search_event search;
	char actor[REPLAY_NAME_MAX]; /* "-": nobody */
	const char *arguments; /* in the line; empty where there are none */
};

bool stream_read(struct said *said, const char *text);
const char *stream_find(const char *stream, enum replay_search_event search, const char *arguments);

#endif /* STREAM_H */
