// SPDX-License-Identifier: GPL-2.0
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "abi/results.h"
#include "facts.h"
#include "file.h"
#include "line.h"
#include "record.h"
#include "stream.h"
#include "util.h"

/* The steps of the actor since it was let, until another one is. */
struct transition {
	struct text points; /* that it passed, a line each */
	unsigned int sleeps;
};

/* The state of the reader between two lines of a record. */
struct reader {
	struct record *record;
	struct history history;
	struct transition transition;
	unsigned int running; /* the actor that was let last */
	const char *verb; /* of a step to the last point */
	bool settles; /* the kernel has actors: it holds an actor at a point until their turns may have come */
	unsigned long asleep; /* a bit for each actor that sleeps, and was not woken */
	bool stuck; /* the actors that are left sleep for ever */
	struct text depends; /* the transitions on which the one in progress depends */
};

unsigned int nr_actors;
static char *actor_names[REPLAY_ACTORS_MAX];

static unsigned int number_of(const char *actor)
{
	unsigned int i = 0;

	if (!strcmp(actor, "-"))
		return 0;
	while (i < nr_actors && strcmp(actor_names[i], actor) != 0)
		i++;
	return i;
}

static _Noreturn void not_understood(const char *line)
{
	die("a guest has said '%.*s'", (int)strcspn(line, "\n"), line);
}

/* One step for each time that the actor passed the point; the last one is where it is held. */
static void write_steps(struct reader *reader, const char *actor, const struct word *point)
{
	const char *line = reader->transition.points.bytes;

	while (line && *line) {
		const char *end = strchr(line, '\n');

		if ((size_t)(end - line) == point->length &&
		    !memcmp(line, point->text, point->length))
			append(&reader->record->schedule, "let %s %s %.*s\n", actor, reader->verb,
			       (int)point->length, point->text);
		line = end + 1;
	}
}

static void end_transition(struct reader *reader, unsigned int actor, enum replay_choice_kind kind,
			   const struct word *point)
{
	struct transition *transition = &reader->transition;
	struct text *schedule = &reader->record->schedule;
	const char *name = actor_names[actor];

	if (kind == REPLAY_CHOICE_point) {
		write_steps(reader, name, point);
	} else if (kind == REPLAY_CHOICE_finish) {
		append(schedule, "let %s finish\n", name);
	} else if (kind == REPLAY_CHOICE_sleep) {
		while (transition->sleeps--)
			append(schedule, "let %s sleep\n", name);
	}
	clear(&transition->points);
	transition->sleeps = 0;
}

static enum replay_choice_kind choice_kind(const struct word *word)
{
	unsigned int i = 0;

	while (i < REPLAY_CHOICES_NR && !word_is(word, replay_choice_word(i)))
		i++;
	return i;
}

static void read_choice(struct reader *reader, const struct said *said)
{
	struct record *record = reader->record;
	const char *rest = said->arguments;
	struct choice choice = { .actor = number_of(said->actor) };
	struct word point = word_next(&rest);
	int length;

	choice.kind = choice_kind(&point);
	if (choice.kind == REPLAY_CHOICES_NR ||
	    sscanf(rest, REPLAY_CHOICE_NUMBERS " %n", &choice.enabled, &choice.let, &length) != 2 ||
	    choice.actor >= nr_actors || choice.let >= nr_actors)
		not_understood(said->arguments);
	rest += length;
	point = word_next(&rest);
	record->waited |= choice.kind == REPLAY_CHOICE_sleep && choice.let == choice.actor;
	record->waited |= choice.kind == REPLAY_CHOICE_point &&
			  (reader->settles || reader->asleep & 1UL << choice.let);
	if (record->nr_choices == REPLAY_TRANSITIONS_MAX)
		die("an execution has more than %d scheduling points", REPLAY_TRANSITIONS_MAX);

	if (choice.kind != REPLAY_CHOICE_begin)
		history_add(&reader->history, record->nr_choices, reader->running,
			    reader->depends.bytes);
	clear(&reader->depends);
	if (choice.kind == REPLAY_CHOICE_wake) {
		end_transition(reader, reader->running, REPLAY_CHOICE_sleep, &point);
		record->switches++;
	} else if (choice.kind == REPLAY_CHOICE_finish ||
		   (choice.kind != REPLAY_CHOICE_begin && choice.let != choice.actor)) {
		end_transition(reader, choice.actor, choice.kind, &point);
		record->preemptions += choice.kind == REPLAY_CHOICE_point;
		record->switches += choice.enabled != 0;
	}
	reader->running = choice.let;
	reader->asleep &= ~(1UL << choice.let);

	if (choice.enabled) {
		record->states[record->nr_choices] = history_sum(&reader->history);
		record->choices[record->nr_choices++] = choice;
	} else {
		record->end = history_sum(&reader->history);
	}
}

static void read_actor(const struct said *said)
{
	unsigned int actor;

	if (sscanf(said->arguments, REPLAY_ACTOR_FORMAT, &actor) != 1 || actor >= REPLAY_ACTORS_MAX)
		not_understood(said->arguments);
	if (actor == nr_actors)
		actor_names[nr_actors++] = copy_of(said->actor);
}

/* An error or a value is part of the state; the number of an object is not. */
static unsigned long sum_of_facts(const char *facts)
{
	unsigned long sum = 0;
	struct fact fact;

	while (fact_next(&facts, &fact))
		if (fact.kind == REPLAY_KIND_ERROR || fact.kind == REPLAY_KIND_VALUE)
			sum = mixed(sum, strtol(fact.value + (*fact.value == 'E'), NULL, 10));
	return sum;
}

/* A label, or the entry of a function. */
static void read_point(struct reader *reader, const struct said *said, const char *verb)
{
	const char *rest = said->arguments;
	struct word word = word_next(&rest);
	struct text *points = &reader->transition.points;
	size_t begin = points->length;

	append_bytes(points, word.text, word.length);
	reader->verb = verb;
	history_pass(&reader->history, hash(points->bytes + begin) + sum_of_facts(rest));
	append_string(points, "\n");
}

/* An actor that must not sleep at a label cannot be held there. */
static void read_pass(struct record *record, const char *rest)
{
	struct word label = word_next(&rest);

	add_line(facts_say_atomic(rest) ? &record->atomic : &record->held, label.text,
		 label.length);
}

/* The outcome of an execution includes why its order was not reached. */
static void read_result(struct record *record, const char *line)
{
	switch (results_line(&record->results, line)) {
	case RESULT_BAIL_OUT:
		append(&record->results.outcome, "%s\n", line);
		break;
	case RESULT_HANG:
		append_string(&record->hang, line);
		break;
	default:
		break;
	}
}

static void read_event(struct reader *reader, const struct said *said)
{
	switch (said->event) {
	case REPLAY_EVENT_pass:
		read_point(reader, said, "reach");
		read_pass(reader->record, said->arguments);
		break;
	case REPLAY_EVENT_enter:
		read_point(reader, said, "enter");
		break;
	case REPLAY_EVENT_context:
		reader->settles = true;
		break;
	case REPLAY_EVENT_stuck:
		reader->record->waited = reader->stuck = true;
		break;
	case REPLAY_EVENT_wake:
		reader->asleep &= ~(1UL << number_of(said->actor));
		break;
	case REPLAY_EVENT_sleep:
		reader->transition.sleeps++;
		reader->asleep |= 1UL << number_of(said->actor);
		break;
	default:
		break;
	}
}

static void read_search_event(struct reader *reader, const struct said *said)
{
	struct record *record = reader->record;

	switch (said->search) {
	case REPLAY_SEARCH_actor:
		read_actor(said);
		break;
	case REPLAY_SEARCH_choice:
		read_choice(reader, said);
		break;
	case REPLAY_SEARCH_depend:
		append(&reader->depends, " %s", said->arguments);
		break;
	case REPLAY_SEARCH_hang:
		record->results.hang = true;
		break;
	case REPLAY_SEARCH_result:
		read_result(record, said->arguments);
		break;
	case REPLAY_SEARCH_infeasible:
		record->infeasible = true;
		break;
	case REPLAY_SEARCH_diverged:
		record->diverged = true;
		break;
	default:
		break;
	}
}

/*
 * Time has passed while no actor ran. How much depends on the kernel's periodic work, since each
 * read of the clock takes virtual time.
 */
static const char *without_time(const char *line)
{
	const char *time = strchr(line, ' ');

	return strchr(time + 1, ' ');
}

static void read_line(struct reader *reader, const char *line)
{
	struct record *record = reader->record;
	struct said said;

	if (!stream_read(&said, line))
		not_understood(line);
	if (said.event != REPLAY_EVENTS_NR) {
		append(&record->trace, "%s\n", line);
		read_event(reader, &said);
	} else {
		read_search_event(reader, &said);
	}
	if (said.event != REPLAY_EVENTS_NR || said.search == REPLAY_SEARCH_choice)
		record->sum = mixed(record->sum, hash(record->waited ? without_time(line) : line));
}

/* Where it is stopped is by chance, and no part of the outcome. */
static void add_hang(struct record *record, unsigned int running)
{
	struct text *outcome = &record->results.outcome;
	const char *said = after(record->hang.bytes, REPLAY_RESULT_HANG), *where;

	append_string(outcome, REPLAY_RESULT_BAIL_OUT);
	if (said && (said = strchr(said, ' ')) && (where = strstr(said, ", in ")))
		append_bytes(outcome, said + 1, where - said - 1);
	else if (record->nr_choices)
		append(outcome, "'%s' runs and never sleeps", actor_names[running]);
	else
		append_string(outcome, "the guest runs and never sleeps");
	append_string(outcome, "\n");
}

/**
 * record_read() - parse the record of an execution
 * @record: gets the execution; its previous contents are lost
 * @record: the text, which this cuts into lines. It ignores what follows the last new line
 *
 * A record that ends early comes from a guest that died. A line that no kernel writes ends in die().
 */
void record_read(struct record *record, char *text)
{
	struct reader reader = { .record = record, .verb = "reach" };
	char *line, *rest = text;

	record->end = record->sum = 0;
	record->nr_choices = record->preemptions = record->switches = 0;
	record->infeasible = record->waited = record->diverged = false;
	results_clear(&record->results);
	clear(&record->schedule);
	clear(&record->trace);
	clear(&record->hang);
	clear(&record->held);
	clear(&record->atomic);
	clear(&reader.depends);

	while ((line = strsep(&rest, "\n")) && rest)
		read_line(&reader, line);
	if (record->results.hang)
		add_hang(record, reader.running);
	if (!record->results.complete) {
		bool all_finished = record->end;

		record->end = 0;
		/*
		 * If all actors have finished, or sleep for ever, the schedule is over and needs no
		 * other step.
		 */
		if (!all_finished && !reader.stuck)
			append(&record->schedule, "let %s finish\n", actor_names[reader.running]);
		if (!record->results.outcome.length)
			append(&record->results.outcome,
			       REPLAY_RESULT_BAIL_OUT "the guest ended without a result\n");
	}
	free(reader.transition.points.bytes);
	free(reader.depends.bytes);
}
