// SPDX-License-Identifier: GPL-2.0
#include <stdlib.h>
#include <string.h>

#include "events.h"
#include "file.h"
#include "line.h"
#include "text.h"
#include "trace.h"
#include "util.h"

static const char nobody[] = "-";

static struct name *actor_of(struct trace *trace, const char *name)
{
	static struct name no_name = { nobody, nobody };

	if (!strcmp(name, nobody))
		return &no_name;
	for (unsigned int i = 0; i < trace->nr_actors; i++)
		if (!strcmp(trace->actors[i].written, name))
			return &trace->actors[i];
	trace->actors = more(trace->actors, (trace->nr_actors + 1) * sizeof(*trace->actors));
	trace->actors[trace->nr_actors] = (struct name){ name, name };
	return &trace->actors[trace->nr_actors++];
}

/* End a word of the line, which is the trace's own. */
static const char *cut(char *line, struct word word)
{
	line[word.text - line + word.length] = '\0';
	return word.text;
}

static void read_event(struct trace *trace, struct event *event, char *text)
{
	struct line line;
	struct word name = { "", 0 };
	struct name *actor;

	if (!line_read(&line, text))
		die("line %u of the trace is no event: NUMBER TIME ACTOR EVENT is expected",
		    event->line);
	event->kind = event_kind(&line.event);
	event->rest = line.arguments;
	switch (event_arguments(event->kind)) {
	case REPLAY_ARGUMENTS_NAME:
	case REPLAY_ARGUMENTS_STEP:
		name = word_next(&event->rest);
		break;
	case REPLAY_ARGUMENTS_NONE:
	case REPLAY_ARGUMENTS_TEXT:
		break;
	}
	event->word = cut(text, line.event);
	event->name = name.length ? cut(text, name) : "";
	actor = actor_of(trace, cut(text, line.actor));
	/* It is the first event of this actor. */
	if (event->kind == REPLAY_EVENT_context) {
		struct text shown = {};

		append(&shown, "%s (%s)", actor->written, event->name);
		actor->shown = shown.bytes;
	}
	event->actor = actor->shown;
}

/**
 * trace_read() - read a trace
 * @trace: where it goes
 * @path: of the file; one that cannot be read, or has a line that is no event, ends in die()
 *
 * A last line without an end is one that a full disk has cut off: it is not read.
 */
void trace_read(struct trace *trace, const char *path)
{
	unsigned int size = 0;
	size_t length;
	char *line, *rest;

	*trace = (struct trace){ .bytes = file_need(path, "the trace", &length) };
	while (length && trace->bytes[length - 1] != '\n')
		length--;
	trace->bytes[length] = '\0';

	for (rest = trace->bytes; (line = next_line(&rest)); trace->nr++) {
		if (trace->nr == size) {
			size = size ? 2 * size : 1024;
			trace->events = more(trace->events, size * sizeof(*trace->events));
		}
		trace->events[trace->nr].line = trace->nr + 1;
		read_event(trace, &trace->events[trace->nr], line);
	}
}

/**
 * event_is_step() - is this a step, and not the end of the schedule?
 * @event: of a trace
 */
bool event_is_step(const struct event *event)
{
	return event->kind == REPLAY_EVENT_step && strcmp(event->rest, "end") != 0;
}

/**
 * trace_last_step() - which step was given last
 * @trace: of which
 *
 * Return: its number, or 0 where none was given.
 */
unsigned int trace_last_step(const struct trace *trace)
{
	for (unsigned int i = trace->nr; i-- > 0;)
		if (trace->events[i].kind == REPLAY_EVENT_step)
			return strtoul(trace->events[i].name, NULL, 10);
	return 0;
}
