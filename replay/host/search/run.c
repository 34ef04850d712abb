// SPDX-License-Identifier: GPL-2.0
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "run.h"
#include "util.h"

/* The steps that the actor has made since it was let, up to where another is. */
struct stretch {
	struct text points; /* that it passed, a line each */
	unsigned int sleeps;
};

/* What the lines of a record that have been read say of those to come. */
struct reader {
	struct run *run;
	struct history history;
	struct stretch stretch;
	unsigned int running; /* the actor that was let last */
	const char *verb; /* of a step to the last point */
	/* In a trace addresses are numbers, as they come: they differ from boot to boot. */
	unsigned long addresses[256];
	unsigned int nr_addresses;
};

unsigned int nr_actors;
static char *actor_names[REPLAY_ACTORS_MAX];

static unsigned int number_of(struct reader *reader, unsigned long address)
{
	unsigned int i;

	if (!address)
		return 0;
	for (i = 0; i < reader->nr_addresses; i++)
		if (reader->addresses[i] == address)
			return i + 1;
	if (reader->nr_addresses < ARRAY_SIZE(reader->addresses))
		reader->addresses[reader->nr_addresses++] = address;
	return reader->nr_addresses;
}

/* A step for each time that it passed the point before; the last one is where it is held. */
static void write_steps(struct reader *reader, const char *actor, const char *point)
{
	const char *line = reader->stretch.points.bytes;

	while (line && *line) {
		const char *end = strchr(line, '\n');

		if ((size_t)(end - line) == strlen(point) && !memcmp(line, point, end - line))
			append(&reader->run->schedule, "let %s %s %s\n", actor, reader->verb,
			       point);
		line = end + 1;
	}
}

static void end_stretch(struct reader *reader, unsigned int actor, char kind, const char *point)
{
	struct stretch *stretch = &reader->stretch;
	struct text *schedule = &reader->run->schedule;
	const char *name = actor_names[actor];

	if (kind == 'p') {
		write_steps(reader, name, point);
	} else if (kind == 'f') {
		append(schedule, "let %s finish\n", name);
	} else if (kind == 's') {
		while (stretch->sleeps--)
			append(schedule, "let %s sleep\n", name);
	}
	clear(&stretch->points);
	stretch->sleeps = 0;
}

static void read_choice(struct reader *reader, const char *line)
{
	struct run *run = reader->run;
	char kind[16], point[128];
	struct choice choice;

	if (sscanf(line, "c %15s %u %lx %u %127s", kind, &choice.actor, &choice.able, &choice.let,
		   point) != 5 ||
	    choice.actor >= nr_actors || choice.let >= nr_actors)
		die("a guest has said '%s'", line);
	choice.kind = kind[0];
	append(&run->trace, "%s\n", line);
	if (run->nr_choices == REPLAY_TRANSITIONS_MAX)
		die("an order has more than %d places of choice", REPLAY_TRANSITIONS_MAX);

	if (choice.kind == 's')
		reader->stretch.sleeps++;
	if (choice.kind == 'w') {
		end_stretch(reader, reader->running, 's', point);
		run->switches++;
	} else if (choice.kind == 'f' || (choice.kind != 'b' && choice.let != choice.actor)) {
		end_stretch(reader, choice.actor, choice.kind, point);
		run->preemptions += choice.kind == 'p';
		run->switches += choice.able != 0;
	}
	reader->running = choice.let;

	if (choice.able) {
		run->states[run->nr_choices] = history_sum(&reader->history);
		run->choices[run->nr_choices++] = choice;
	} else {
		run->end = history_sum(&reader->history);
	}
}

static void read_actor(const char *line)
{
	unsigned int actor;
	char name[128];

	if (sscanf(line, "a %u %127s", &actor, name) != 2 || actor >= REPLAY_ACTORS_MAX)
		die("a guest has said '%s'", line);
	if (actor == nr_actors)
		actor_names[nr_actors++] = copy_of(name);
}

static void read_label(struct reader *reader, const char *line)
{
	unsigned long page, entry, mapping, index, object;
	unsigned int actor;
	char label[128];
	long value;

	if (sscanf(line, "p %u %127s %lx %lx %lx %lx %lx %ld", &actor, label, &page, &entry,
		   &mapping, &index, &object, &value) != 8 ||
	    actor >= nr_actors)
		die("a guest has said '%s'", line);
	reader->verb = "reach";
	history_pass(&reader->history, hash(label) + value);
	append(&reader->stretch.points, "%s\n", label);
	append(&reader->run->labels, "%s %s\n", actor_names[actor], label);
	append(&reader->run->trace, "p %u %s %u %u %u %lu %u %ld\n", actor, label,
	       number_of(reader, page), number_of(reader, entry), number_of(reader, mapping), index,
	       number_of(reader, object), value);
}

static void read_function(struct reader *reader, const char *line)
{
	unsigned int actor;
	char function[128];

	if (sscanf(line, "e %u %127s", &actor, function) != 2)
		die("a guest has said '%s'", line);
	reader->verb = "enter";
	history_pass(&reader->history, hash(function));
	append(&reader->stretch.points, "%s\n", function);
	append(&reader->run->trace, "%s\n", line);
}

/* Why an order was not reached is a part of what an exploration tells of it. */
static void read_result(struct run *run, const char *line)
{
	if (results_line(&run->results, line) == RESULT_BAIL_OUT)
		append(&run->results.outcome, "%s\n", line);
}

/* What each line is, replay/kernel/order.c says; "h" is from guest_hangs(). */
static void read_line(struct reader *reader, const char *line)
{
	struct run *run = reader->run;

	switch (line[0]) {
	case 'a':
		read_actor(line);
		break;
	case 'c':
		read_choice(reader, line);
		break;
	case 'd':
		history_add(&reader->history, run->nr_choices, reader->running, line + 1);
		break;
	case 'e':
		read_function(reader, line);
		break;
	case 'h':
		run->results.hang = true;
		append(&run->results.outcome, "Bail out! hang: it runs and never sleeps\n");
		break;
	case 'p':
		read_label(reader, line);
		break;
	case 'r':
		read_result(run, line + 2);
		break;
	case 'w':
		run->in_vain = true;
		break;
	case 'z':
		reader->stretch.sleeps++;
		append(&run->trace, "%s\n", line);
		break;
	}
}

/**
 * run_read() - read what a guest has handed back of an order
 * @run: what it says; what was there before is gone
 * @record: the text; it is cut into lines. What follows the last new line is not read
 *
 * A record that ends early is one of a guest that died. A line that the kernel does not
 * write ends in die().
 */
void run_read(struct run *run, char *record)
{
	struct reader reader = { .run = run, .verb = "reach" };
	char *line, *rest = record;

	run->end = 0;
	run->nr_choices = run->preemptions = run->switches = 0;
	run->in_vain = false;
	results_clear(&run->results);
	clear(&run->schedule);
	clear(&run->trace);
	clear(&run->labels);

	while ((line = strsep(&rest, "\n")) && rest)
		read_line(&reader, line);
	if (!run->results.complete) {
		run->end = 0;
		/* Where all sleep for ever, nobody finishes: the schedule is over, and they run free. */
		if (!results_stuck(&run->results))
			append(&run->schedule, "let %s finish\n", actor_names[reader.running]);
		if (!run->results.outcome.length)
			append(&run->results.outcome,
			       "Bail out! the guest ended, and said nothing\n");
	}
	free(reader.stretch.points.bytes);
}
