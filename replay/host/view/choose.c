// SPDX-License-Identifier: GPL-2.0
/* Choose scheduling points from the calls, or the accesses of memory, in traces. */
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

/* A function of the kernel. */
struct function {
	const char *name;
	enum kind kind; /* that of any of this name */
	bool ambiguous; /* several have this name */
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

/* Those of the kernel: its lines are NAME ADDRESS PLACE, by name. */
static void read_functions(struct functions *functions, const struct rules *rules, const char *path)
{
	char *line, *name, *rest = file_need(path, "the functions of the kernel", NULL);

	while ((line = next_line(&rest))) {
		struct function *last = functions->functions + functions->nr - 1;
		enum kind kind;

		name = strsep(&line, " ");
		if (!line || !strsep(&line, " ") || !line)
			continue;
		kind = kind_of(rules, name, line);
		if (functions->nr && !strcmp(last->name, name)) {
			last->kind |= kind;
			last->ambiguous = true;
			continue;
		}
		functions->functions = more(functions->functions,
					    (functions->nr + 1) * sizeof(*functions->functions));
		functions->functions[functions->nr++] =
			(struct function){ .name = name, .kind = kind };
	}
	if (functions->nr)
		qsort(functions->functions, functions->nr, sizeof(*functions->functions), by_name);
}

static const struct function *find_function(const struct functions *functions, const char *name)
{
	const struct function key = { .name = name };

	if (!functions->nr)
		return NULL;
	return bsearch(&key, functions->functions, functions->nr, sizeof(key), by_name);
}

static enum kind kind_of_call(const struct functions *functions, const char *name)
{
	const struct function *found = find_function(functions, name);

	return found ? found->kind : A_POINT;
}

/* Of FUNCTION+N: of two functions with one name, the kernel takes the first. */
static bool is_left_out(const struct functions *functions, const char *access)
{
	const struct function *found;
	char name[REPLAY_NAME_MAX];

	snprintf(name, sizeof(name), "%.*s", (int)strcspn(access, "+"), access);
	found = find_function(functions, name);
	return !found || found->kind & ITSELF || found->ambiguous;
}

/* Of an actor, or of nobody: a call whose calls are left out, and how many calls of that function are open. */
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
			*call = (struct open_call){ .actor = event->actor };
			nr_open++;
		}
		if (event->kind == REPLAY_EVENT_return) {
			if (call->depth && !strcmp(call->name, event->name))
				call->depth--;
			continue;
		}
		if (event->kind == REPLAY_EVENT_access &&
		    (call->depth || is_left_out(functions, event->name)))
			continue;
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

/* A word of memory, and which actors access it. */
struct word {
	unsigned long address;
	unsigned long readers, writers; /* a bit for each actor */
};

static int by_address(const void *one, const void *other)
{
	const struct word *a = one, *b = other;

	return a->address < b->address ? -1 : a->address > b->address;
}

static unsigned int actor_number(const struct trace *trace, const char *actor)
{
	unsigned int i = 0;

	while (i < trace->nr_actors && trace->actors[i].shown != actor)
		i++;
	return i;
}

/* "write 610c3e70 atomic" */
static struct word word_of(const struct trace *trace, const struct event *event)
{
	unsigned long actor = 1UL << actor_number(trace, event->actor);
	const char *rest = event->rest + strspn(event->rest, " ");
	const char *address = after(rest, "write ");
	struct word word = {};

	if (address)
		word.writers = actor;
	else
		word.readers = actor;
	word.address = strtoul(address ?: after(rest, "read ") ?: "0", NULL, 16);
	return word;
}

static bool is_shared(const struct word *word)
{
	unsigned long all = word->readers | word->writers;

	return word->writers && all & (all - 1);
}

/* Removes the accesses of memory that one actor alone accesses, or that nobody writes. */
static void keep_shared(struct trace *trace)
{
	struct word *words = more(NULL, (trace->nr + 1) * sizeof(*words)), word, *found;
	unsigned int nr_words = 0, nr = 0;

	for (unsigned int i = 0; i < trace->nr; i++)
		if (trace->events[i].kind == REPLAY_EVENT_access)
			words[nr_words++] = word_of(trace, &trace->events[i]);
	if (nr_words)
		qsort(words, nr_words, sizeof(*words), by_address);
	for (unsigned int i = 0; i < nr_words; i++) {
		if (!nr || words[nr - 1].address != words[i].address) {
			words[nr++] = words[i];
			continue;
		}
		words[nr - 1].readers |= words[i].readers;
		words[nr - 1].writers |= words[i].writers;
	}
	nr_words = nr;
	nr = 0;
	for (unsigned int i = 0; i < trace->nr; i++) {
		if (trace->events[i].kind == REPLAY_EVENT_access) {
			word = word_of(trace, &trace->events[i]);
			found = bsearch(&word, words, nr_words, sizeof(*words), by_address);
			if (!is_shared(found))
				continue;
		}
		trace->events[nr++] = trace->events[i];
	}
	trace->nr = nr;
	free(words);
}

/* Adds the places of the events with these words in the trace. */
static void add_places(struct places *places, const struct trace *trace, int argc, char **argv)
{
	struct trace copy = *trace; /* its events change their order */
	struct places more_places = {};

	copy.events = more(NULL, (trace->nr + 1) * sizeof(*copy.events));
	memcpy(copy.events, trace->events, trace->nr * sizeof(*copy.events));
	places_of(&more_places, &copy, argc, argv);
	merge(places, &more_places);
}

static int print_points(int argc, char **argv, char *what)
{
	unsigned long room = strtoul(argv[0], NULL, 10);
	char *label[] = { "pass", "reach" };
	struct places labels = {}, others = {};
	struct functions functions = {};
	struct rules rules = {};
	unsigned int nr = 0;

	read_rules(&rules, argv[1]);
	read_functions(&functions, &rules, argv[2]);
	for (int i = 3; i < argc; i++) {
		struct trace trace;

		trace_read(&trace, argv[i]);
		leave_out(&trace, &functions);
		keep_shared(&trace);
		add_places(&others, &trace, 1, &what);
		add_places(&labels, &trace, ARRAY_SIZE(label), label);
	}
	room = print_those(&labels, room, &nr);
	print_those(&others, room, &nr);
	return AS_IT_SHOULD;
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
	return print_points(argc, argv, "call");
}

/**
 * view_shared() - labels, and accesses of memory that actors share, as points, a line each
 *
 * As view_called(), with the accesses of memory that one actor writes and another accesses.
 */
int view_shared(int argc, char **argv)
{
	return print_points(argc, argv, "access");
}
