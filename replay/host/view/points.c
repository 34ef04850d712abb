// SPDX-License-Identifier: GPL-2.0
/* List where an actor can be held, and, from the trace of a run, which actors came there. */
#include <ctype.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "abi/results.h"
#include "file.h"
#include "places.h"
#include "results.h"
#include "trace.h"
#include "util.h"
#include "view.h"

static char *said_of(const struct places *places, const char *name)
{
	struct text said = {};

	for (unsigned int i = 0; i < places->nr; i++) {
		const struct place *place = &places->places[i];

		if (strcmp(place->name, name))
			continue;
		if (place->atomic && place->atomic < place->count)
			append(&said, "atomic %lu of %lu times: ", place->atomic, place->count);
		else
			append_string(&said, place->atomic ? "atomic: " : "can be held: ");
		append_string(&said, place->who.bytes);
		if (!place->atomic || place->atomic == place->count)
			append(&said, " (%lux)", place->count);
		return said.bytes;
	}
	return copy_of("nobody came there");
}

/* A line of the table: the name, where it is, and what else there is to say. */
struct point {
	const char *name, *where, *note;
};

static unsigned int read_points(struct point **points, const char *path)
{
	char *line, *rest = file_need(path, "the points", NULL);
	unsigned int nr = 0;

	for (; (line = next_line(&rest)); nr++) {
		struct point point = {};

		point.name = strsep(&line, "\t");
		point.where = line ? strsep(&line, "\t") : "";
		point.note = line ? strsep(&line, "\t") : "";
		*points = more(*points, (nr + 1) * sizeof(point));
		(*points)[nr] = point;
	}
	return nr;
}

static void print_points(const struct point *points, unsigned int nr)
{
	struct text out = {};
	int name = 0, where = 0;

	for (unsigned int i = 0; i < nr; i++) {
		name = max(name, width_of(points[i].name));
		where = max(where, width_of(points[i].where));
	}
	clear(&out);
	for (unsigned int i = 0; i < nr; i++) {
		append_string(&out, "  ");
		append_padded(&out, points[i].name, name);
		append_string(&out, "  ");
		append_padded(&out, points[i].where, where);
		append_string(&out, "  ");
		append_string(&out, points[i].note);
		trim(&out);
		append_string(&out, "\n");
	}
	view_print(&out);
}

/**
 * view_points() - places, where each of them is, and with a trace who came there
 *
 * A line of the file has the fields name, place and note, with tabs between them.
 */
int view_points(int argc, char **argv)
{
	struct point *points = NULL;
	unsigned int nr = read_points(&points, argv[0]);

	if (argc > 1) {
		struct places places = {};
		struct trace trace;

		trace_read(&trace, argv[1]);
		places_of(&places, &trace, argc - 2, argv + 2);
		for (unsigned int i = 0; i < nr; i++)
			points[i].note = said_of(&places, points[i].name);
	}
	print_points(points, nr);
	return AS_IT_SHOULD;
}

/* As an actor is written, how often it ran, and who queued it. */
static struct point point_of(const struct result_context *ran)
{
	struct text name = {}, runs = {}, note = {};

	append(&name, "%s(NAME, \"%s\")", replay_context_word(ran->kind), ran->name);
	for (char *c = name.bytes; *c != '('; c++)
		*c = toupper((unsigned char)*c);
	append(&runs, "%ux", ran->runs);
	clear(&note);
	if (ran->actors.length)
		append(&note, "asked for by %.*s", (int)ran->actors.length, ran->actors.text);
	return (struct point){ name.bytes, runs.bytes, note.bytes };
}

static int by_point(const void *one, const void *other)
{
	const struct point *a = one, *b = other;

	return strcmp(a->name, b->name);
}

/**
 * view_contexts() - what the kernel ran beside the actors, by the results of a run
 */
int view_contexts(int argc, char **argv)
{
	char *line, *rest = file_need(argv[0], "the results", NULL);
	const char *lacks = NULL;
	struct point *points = NULL;
	struct result_context ran;
	unsigned int nr = 0;

	(void)argc;
	while ((line = next_line(&rest))) {
		if (after(line, REPLAY_RESULT_CONTEXTS))
			lacks = after(line, REPLAY_RESULT_CONTEXTS);
		if (!results_context(&ran, line))
			continue;
		points = more(points, (nr + 1) * sizeof(*points));
		points[nr++] = point_of(&ran);
	}
	if (!nr)
		puts("  nothing");
	else
		qsort(points, nr, sizeof(*points), by_point);
	print_points(points, nr);
	if (lacks)
		printf("  %s\n", lacks);
	return AS_IT_SHOULD;
}
