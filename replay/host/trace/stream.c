// SPDX-License-Identifier: GPL-2.0
#include <stdio.h>
#include <string.h>

#include "events.h"
#include "stream.h"
#include "util.h"

static const char *const search_words[] = {
#define WORD(word, arguments, text) [REPLAY_SEARCH_##word] = #word,
	REPLAY_SEARCH_EVENTS(WORD)
#undef WORD
};

static enum replay_search_event search_of(const char *word)
{
	unsigned int i = 0;

	while (i < ARRAY_SIZE(search_words) && strcmp(search_words[i], word) != 0)
		i++;
	return i;
}

/**
 * stream_read() - read an event
 * @said: which it is; it is good as long as @line
 * @line: the line, up to its end or a new line
 *
 * Return: false where it is none.
 */
bool stream_read(struct said *said, const char *line)
{
	char word[16];
	int length = 0;

	if (sscanf(line, "%*u %*u %63s %15s%n", said->actor, word, &length) != 2)
		return false;
	said->event = event_kind(word);
	said->search = search_of(word);
	said->arguments = line + length;
	if (*said->arguments == ' ')
		said->arguments++;
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
	struct said said;
	const char *end;

	for (; (end = strchr(stream, '\n')); stream = end + 1)
		if (stream_read(&said, stream) && said.search == search &&
		    !strncmp(said.arguments, arguments, strlen(arguments)))
			return said.arguments;
	return NULL;
}
