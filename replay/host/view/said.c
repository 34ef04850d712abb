// SPDX-License-Identifier: GPL-2.0
/* Lines of a trace, for scripts that show or compare some of them. */
#include <stdbool.h>
#include <stdio.h>

#include "events.h"
#include "file.h"
#include "line.h"
#include "trace.h"
#include "util.h"
#include "view.h"

static bool is_any(const struct word *event, char **words)
{
	for (; *words; words++)
		if (word_is(event, *words))
			return true;
	return false;
}

/**
 * view_said() - of each of these events the actor and the arguments, a line each
 */
int view_said(int argc, char **argv)
{
	char *text, *rest = file_need(argv[0], "the trace", NULL);
	struct line line;

	(void)argc;
	while ((text = next_line(&rest)))
		if (line_read(&line, text) && is_any(&line.event, argv + 1))
			printf("%.*s %s\n", (int)line.actor.length, line.actor.text,
			       line.arguments);
	return AS_IT_SHOULD;
}

/**
 * view_without() - a trace without these events
 */
int view_without(int argc, char **argv)
{
	char *text, *rest = file_need(argv[0], "the trace", NULL);
	struct line line;

	(void)argc;
	while ((text = next_line(&rest)))
		if (!line_read(&line, text) || !is_any(&line.event, argv + 1))
			puts(text);
	return AS_IT_SHOULD;
}

/**
 * view_steps() - the steps of a trace, as a schedule has them
 */
int view_steps(int argc, char **argv)
{
	struct trace trace;

	(void)argc;
	trace_read(&trace, argv[0]);
	for (unsigned int i = 0; i < trace.nr; i++) {
		const struct event *event = &trace.events[i];

		if (event_is_step(event))
			printf("let %s\n", event->rest);
	}
	return AS_IT_SHOULD;
}
