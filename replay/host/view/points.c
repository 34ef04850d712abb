// SPDX-License-Identifier: GPL-2.0
/* List where an actor can be held, and, from the trace of a run, which actors came there. */
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "abi/limits.h"
#include "facts.h"
#include "file.h"
#include "trace.h"
#include "util.h"
#include "view.h"

/* A label or function to which somebody came. */
struct place {
	const char *name;
	struct text who; /* the actors, as they came */
	unsigned long count, atomic;
};

struct places {
	struct place *places; /* by name */
	unsigned int nr;
};

static int by_name(const void *one, const void *other)
{
	const struct event *a = one, *b = other;

	return strcmp(a->name, b->name) ?: (a->line < b->line ? -1 : a->line > b->line);
}

static bool has_actor(const struct text *who, const char *actor)
{
	size_t length = strlen(actor);

	for (const char *at = who->bytes; at && (at = strstr(at, actor)); at += length)
		if ((at == who->bytes || at[-1] == ' ') && (!at[length] || at[length] == ','))
			return true;
	return false;
}

static void came(struct place *place, const struct event *event)
{
	place->count++;
	place->atomic += facts_say_atomic(event);
	if (has_actor(&place->who, event->actor))
		return;
	append_string(&place->who, place->who.length ? ", " : "");
	append_string(&place->who, event->actor);
}

static bool is_wanted(const struct event *event, int argc, char **argv)
{
	for (int i = 0; i < argc; i++)
		if (!strcmp(event->word, argv[i]))
			return true;
	return false;
}

/* Of the events named. */
static void read_places(struct places *places, const char *path, int argc, char **argv)
{
	struct trace trace;
	unsigned int nr = 0;

	trace_read(&trace, path);
	for (unsigned int i = 0; i < trace.nr; i++)
		if (is_wanted(&trace.events[i], argc, argv))
			trace.events[nr++] = trace.events[i];
	if (nr)
		qsort(trace.events, nr, sizeof(*trace.events), by_name);
	places->places = more(NULL, (nr + 1) * sizeof(*places->places));
	for (unsigned int i = 0; i < nr; i++) {
		const struct event *event = &trace.events[i];

		if (!i || strcmp(event->name, event[-1].name))
			places->places[places->nr++] = (struct place){ .name = event->name };
		came(&places->places[places->nr - 1], event);
	}
}

/**
 * view_came() - the names of the places to which somebody came, a line each
 */
int view_came(int argc, char **argv)
{
	struct places places = {};

	read_places(&places, argv[0], argc - 1, argv + 1);
	for (unsigned int i = 0; i < places.nr; i++)
		puts(places.places[i].name);
	return AS_IT_SHOULD;
}

/* Who may be held there least often is first. */
static int by_count(const void *one, const void *other)
{
	const struct place *a = one, *b = other;
	unsigned long held_a = a->count - a->atomic, held_b = b->count - b->atomic;

	return held_a == held_b ? strcmp(a->name, b->name) : held_a < held_b ? -1 : 1;
}

/* Those of @more that @places has not, and of the others the larger count. */
static void merge(struct places *places, const struct places *other)
{
	unsigned int nr = places->nr;

	places->places = more(places->places, (nr + other->nr + 1) * sizeof(*places->places));
	for (unsigned int i = 0; i < other->nr; i++) {
		const struct place *place = &other->places[i];
		unsigned int at = 0;

		while (at < nr && strcmp(places->places[at].name, place->name))
			at++;
		if (at == nr)
			places->places[places->nr++] = *place;
		else if (place->count - place->atomic >
			 places->places[at].count - places->places[at].atomic)
			places->places[at] = *place;
	}
}

/**
 * view_called() - the functions that actors call where they may be held, as points of an exploration
 *
 * Those that are called least often come first, and tell places apart best; and as many as are called
 * ROOM times, in all, in an execution.
 */
int view_called(int argc, char **argv)
{
	unsigned long room = strtoul(argv[0], NULL, 10), held;
	struct places places = {};
	char *call[] = { "call" };
	unsigned int nr = 0;

	for (int i = 1; i < argc; i++) {
		struct places other = {};

		read_places(&other, argv[i], 1, call);
		merge(&places, &other);
	}
	if (places.nr)
		qsort(places.places, places.nr, sizeof(*places.places), by_count);
	for (unsigned int i = 0; i < places.nr && nr < REPLAY_POINTS_MAX; i++) {
		held = places.places[i].count - places.places[i].atomic;
		if (!held)
			continue;
		if (held > room)
			break;
		room -= held;
		printf("%s%s", nr++ ? "," : "", places.places[i].name);
	}
	printf("\n");
	return AS_IT_SHOULD;
}

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

/**
 * view_points() - places, where each of them is, and with a trace who came there
 *
 * A line of the file has the fields name, place and note, with tabs between them.
 */
int view_points(int argc, char **argv)
{
	struct point *points = NULL;
	struct places places = {};
	struct text out = {};
	unsigned int nr = read_points(&points, argv[0]);
	int name = 0, where = 0;

	if (argc > 1)
		read_places(&places, argv[1], argc - 2, argv + 2);
	for (unsigned int i = 0; i < nr; i++) {
		if (argc > 1)
			points[i].note = said_of(&places, points[i].name);
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
	return AS_IT_SHOULD;
}
