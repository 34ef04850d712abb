// SPDX-License-Identifier: GPL-2.0
/* Draw one run as a diagram. */
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "columns.h"
#include "lanes.h"
#include "stacks.h"
#include "outcome.h"
#include "trace.h"
#include "util.h"
#include "view.h"

#define OUTCOME_WIDTH 69

struct source {
	struct trace trace;
	bool full;
};

static void rows_with(struct rows *rows, int path, void *of_what)
{
	const struct source *source = of_what;

	rows_of(rows, &source->trace, path, source->full);
}

/* What came out of it, in as few lines as it takes. */
static void draw_outcome(struct text *out, const char *path)
{
	struct outcome_lines outcome;
	struct text line = {};
	bool first = true;

	outcome_read(&outcome, path);
	clear(&line);
	for (unsigned int i = 0; i < outcome.nr; i++) {
		struct text item = {};

		if (outcome.lines[i].kind != OUTCOME_SEEN)
			continue;
		append_string(&item, outcome.lines[i].name);
		append_string(&item, ": ");
		append_string(&item, outcome.lines[i].value);
		if (line.length &&
		    width_of(line.bytes) + 2 + width_of(item.bytes) > OUTCOME_WIDTH) {
			append_string(out, first ? "    [" : "     ");
			append_string(out, line.bytes);
			append_string(out, ";\n");
			clear(&line);
			first = false;
		}
		append_string(&line, line.length ? "; " : "");
		append_string(&line, item.bytes);
		free(item.bytes);
	}
	if (line.length) {
		append_string(out, first ? "    [" : "     ");
		append_string(out, line.bytes);
		append_string(out, "]\n");
	}
	free(line.bytes);
}

/* Why the order was not reached has been said. */
static void leave_out_why(struct trace *trace)
{
	unsigned int nr = 0;

	for (unsigned int i = 0; i < trace->nr; i++)
		if (trace->events[i].kind != REPLAY_EVENT_broken)
			trace->events[nr++] = trace->events[i];
	trace->nr = nr;
}

/**
 * view_timeline() - the diagram of a trace, and the outcome below it
 *
 * With --rows, its rows for other programs.
 */
int view_timeline(int argc, char **argv)
{
	struct source source = {};
	bool rows_only = false, but_why = false;
	struct text out = {};
	struct rows rows = {};

	for (; argc && argv[0][0] == '-'; argc--, argv++) {
		source.full |= !strcmp(*argv, "--full");
		rows_only |= !strcmp(*argv, "--rows");
		but_why |= !strcmp(*argv, "--but-why");
	}
	if (!argc)
		die("a trace is expected");
	trace_read(&source.trace, argv[0]);
	if (but_why)
		leave_out_why(&source.trace);
	if (rows_only) {
		rows_of(&rows, &source.trace, 4, source.full);
		rows_print(&rows);
		return AS_IT_SHOULD;
	}
	clear(&out);
	columns_fit(&out, &rows, rows_with, &source);
	if (argc > 1)
		draw_outcome(&out, argv[1]);
	view_print(&out);
	return AS_IT_SHOULD;
}

/**
 * view_lanes() - the diagram of a trace as SVG, with the locks that the file of stacks has, if any
 */
int view_lanes(int argc, char **argv)
{
	struct trace trace;
	struct text out = {};
	struct rows rows;
	struct locks locks;

	trace_read(&trace, argv[0]);
	locks_read(&locks, argc > 1 ? argv[1] : "");
	rows_of(&rows, &trace, 4, false);
	clear(&out);
	lanes_draw(&out, &rows, &trace, &locks);
	locks_free(&locks);
	view_print(&out);
	return AS_IT_SHOULD;
}

/**
 * view_step() - the number of the last step of a trace; nothing where there is none
 */
int view_step(int argc, char **argv)
{
	struct trace trace;
	unsigned int step;

	(void)argc;
	trace_read(&trace, argv[0]);
	step = trace_last_step(&trace);
	if (step)
		printf("%u\n", step);
	return AS_IT_SHOULD;
}
