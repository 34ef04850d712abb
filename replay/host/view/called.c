// SPDX-License-Identifier: GPL-2.0
/* Choose scheduling points from the calls in traces. */
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include "abi/limits.h"
#include "file.h"
#include "places.h"
#include "util.h"
#include "view.h"

/* What the calls of a function are to exploring. */
enum kind { A_POINT, ITSELF = 1, BELOW = 2, ALL = ITSELF | BELOW };

/* A line of uml-config/infrastructure. */
struct rule {
	enum kind kind;
	const char *what;
};

struct rules {
	struct rule *rules;
	unsigned int nr;
};

/* A function that is left out, or whose calls are. */
struct function {
	const char *name;
	enum kind kind;
};

struct functions {
	struct function *functions; /* by name */
	unsigned int nr;
};

static void read_rules(struct rules *rules, const char *path)
{
	static const struct {
		const char *word;
		enum kind kind;
	} kinds[] = { { "itself", ITSELF }, { "below", BELOW }, { "all", ALL } };
	char *line, *word, *rest = file_need(path, "what is left out", NULL);
	const char *what;
	enum kind kind;

	while ((line = next_line(&rest))) {
		word = strsep(&line, " \t");
		if (!*word || *word == '#')
			continue;
		kind = A_POINT;
		for (unsigned int i = 0; i < ARRAY_SIZE(kinds); i++)
			if (!strcmp(word, kinds[i].word))
				kind = kinds[i].kind;
		what = line ? line + strspn(line, " \t") : "";
		if (!*what || kind == A_POINT)
			die("%s: 'itself', 'below' or 'all' is expected, with what is left out, and there is '%s'",
			    path, word);
		rules->rules = more(rules->rules, (rules->nr + 1) * sizeof(*rules->rules));
		rules->rules[rules->nr++] = (struct rule){ .kind = kind, .what = what };
	}
}

static enum kind kind_of(const struct rules *rules, const char *name, const char *where)
{
	for (unsigned int i = 0; i < rules->nr; i++) {
		const struct rule *rule = &rules->rules[i];

		if (strchr(rule->what, '/') ? !!after(where, rule->what) :
					      !strcmp(name, rule->what))
			return rule->kind;
	}
	return A_POINT;
}

static int by_name(const void *one, const void *other)
{
	const struct function *a = one, *b = other;

	return strcmp(a->name, b->name);
}

/* Those of the kernel for which there is a rule: its lines are NAME ADDRESS PLACE. */
static void read_functions(struct functions *functions, const struct rules *rules, const char *path)
{
	char *line, *name, *rest = file_need(path, "the functions of the kernel", NULL);
	enum kind kind;

	while ((line = next_line(&rest))) {
		name = strsep(&line, " ");
		if (!line || !strsep(&line, " ") || !line)
			continue;
		kind = kind_of(rules, name, line);
		if (kind == A_POINT)
			continue;
		functions->functions = more(functions->functions,
					    (functions->nr + 1) * sizeof(*functions->functions));
		functions->functions[functions->nr++] =
			(struct function){ .name = name, .kind = kind };
	}
	if (functions->nr)
		qsort(functions->functions, functions->nr, sizeof(*functions->functions), by_name);
}

static enum kind kind_of_call(const struct functions *functions, const char *name)
{
	const struct function key = { .name = name }, *found = NULL;

	if (functions->nr)
		found = bsearch(&key, functions->functions, functions->nr, sizeof(key), by_name);
	return found ? found->kind : A_POINT;
}

/* An actor's call that is left out, or whose calls are, and how many calls of that function are open. */
struct open_call {
	const char *actor, *name;
	unsigned int depth;
};

/* Removes the calls that are left out from the trace. */
static void leave_out(struct trace *trace, const struct functions *functions)
{
	struct open_call *open = more(NULL, (trace->nr_actors + 1) * sizeof(*open));
	unsigned int nr_open = 0, nr = 0;

	for (unsigned int i = 0; i < trace->nr; i++) {
		const struct event *event = &trace->events[i];
		struct open_call *call = open;
		enum kind kind;

		while (call < open + nr_open && call->actor != event->actor)
			call++;
		if (call == open + nr_open) {
			if (nr_open == trace->nr_actors)
				continue; /* nobody's */
			*call = (struct open_call){ .actor = event->actor };
			nr_open++;
		}
		if (event->kind == REPLAY_EVENT_return) {
			if (call->depth && !strcmp(call->name, event->name))
				call->depth--;
			continue;
		}
		if (event->kind != REPLAY_EVENT_call) {
			trace->events[nr++] = *event;
			continue;
		}
		if (call->depth) {
			call->depth += !strcmp(call->name, event->name);
			continue;
		}
		kind = kind_of_call(functions, event->name);
		if (kind & BELOW) {
			call->name = event->name;
			call->depth = 1;
		}
		if (!(kind & ITSELF))
			trace->events[nr++] = *event;
	}
	trace->nr = nr;
	free(open);
}

/* Who may be held there least often is first. */
static int by_held(const void *one, const void *other)
{
	const struct place *a = one, *b = other;
	unsigned long held_a = place_held(a), held_b = place_held(b);

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
		else if (place_held(place) > place_held(&places->places[at]))
			places->places[at] = *place;
	}
}

/* Prints those at which somebody may be held @room times, in all, in an execution; returns what is left. */
static unsigned long print_those(struct places *places, unsigned long room, unsigned int *nr)
{
	if (places->nr)
		qsort(places->places, places->nr, sizeof(*places->places), by_held);
	for (unsigned int i = 0; i < places->nr && *nr < REPLAY_POINTS_MAX; i++) {
		unsigned long held = place_held(&places->places[i]);

		if (!held)
			continue;
		if (held > room)
			break;
		room -= held;
		++*nr;
		puts(places->places[i].name);
	}
	return room;
}

/**
 * view_called() - labels and functions as points of an exploration, a line each
 *
 * Labels come first, and then functions that actors call where they may be held. Those to which actors
 * come least often are first, and tell places apart best; and as many as actors come to ROOM times, in
 * all, in an execution. LEAVE_OUT is uml-config/infrastructure.
 */
int view_called(int argc, char **argv)
{
	unsigned long room = strtoul(argv[0], NULL, 10);
	char *call[] = { "call" }, *label[] = { "pass", "reach" };
	struct functions functions = {};
	struct places labels = {}, calls = {};
	struct rules rules = {};
	unsigned int nr = 0;

	read_rules(&rules, argv[1]);
	read_functions(&functions, &rules, argv[2]);
	for (int i = 3; i < argc; i++) {
		struct trace trace, again;
		struct places called = {}, passed = {};

		trace_read(&trace, argv[i]);
		leave_out(&trace, &functions);
		again = trace;
		again.events = more(NULL, (trace.nr + 1) * sizeof(*again.events));
		memcpy(again.events, trace.events, trace.nr * sizeof(*again.events));
		places_of(&called, &trace, ARRAY_SIZE(call), call);
		merge(&calls, &called);
		places_of(&passed, &again, ARRAY_SIZE(label), label);
		merge(&labels, &passed);
	}
	room = print_those(&labels, room, &nr);
	print_those(&calls, room, &nr);
	return AS_IT_SHOULD;
}
