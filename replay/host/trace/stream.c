// SPDX-License-Identifier: GPL-2.0
#include <stdio.h>
#include <string.h>

#include "events.h"
#include "line.h"
#include "stream.h"
#include "util.h"

/**
 * stream_read() - read an event
 * @said: which it is; it is good as long as @text
 * @text: the line, up to its end or a new line
 *
 * Return: false where it is none.
 */
bool stream_read(struct said *said, const char *text)
{
	struct line line;

	if (!line_read(&line, text) || line.actor.length >= sizeof(said->actor))
		return false;
	snprintf(said->actor, sizeof(said->actor), "%.*s", (int)line.actor.length, line.actor.text);
	said->event = event_kind(&line.event);
	said->search = search_kind(&line.event);
	said->arguments = line.arguments;
	return said->event != REPLAY_EVENTS_NR || said->search != REPLAY_SEARCH_EVENTS_NR;
}

/**
 * stream_find() - find an event in what a guest has said
 * @stream: that; lines
 * @search: the event
 * @arguments: what its arguments begin with
 *
 * Return: its arguments, up to a new line; NULL where there is none.
 */
const char *stream_find(const char *stream, enum replay_search_event search, const char *arguments)
{
	struct line line;
	const char *end;

	for (; (end = strchr(stream, '\n')); stream = end + 1)
		if (line_read(&line, stream) && word_is(&line.event, search_word(search)) &&
		    !strncmp(line.arguments, arguments, strlen(arguments)))
			return line.arguments;
	return NULL;
}
