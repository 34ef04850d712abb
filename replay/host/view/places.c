// SPDX-License-Identifier: GPL-2.0
/* Count where actors came, by the events of a trace. */
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include "facts.h"
#include "places.h"
#include "util.h"

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
	place->atomic += facts_say_atomic(event->rest);
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

/**
 * places_of() - the places to which actors came
 * @places: to fill, by name
 * @trace: its events change their order
 * @argc: how many words
 * @argv: the events that count
 */
void places_of(struct places *places, struct trace *trace, int argc, char **argv)
{
	unsigned int nr = 0;

	for (unsigned int i = 0; i < trace->nr; i++)
		if (is_wanted(&trace->events[i], argc, argv))
			trace->events[nr++] = trace->events[i];
	if (nr)
		qsort(trace->events, nr, sizeof(*trace->events), by_name);
	places->places = more(NULL, (nr + 1) * sizeof(*places->places));
	for (unsigned int i = 0; i < nr; i++) {
		const struct event *event = &trace->events[i];

		if (!i || strcmp(event->name, event[-1].name))
			places->places[places->nr++] = (struct place){ .name = event->name };
		came(&places->places[places->nr - 1], event);
	}
}

/**
 * place_held() - how often an actor came there where it may sleep
 * @place: where
 */
unsigned long place_held(const struct place *place)
{
	return place->count - place->atomic;
}
