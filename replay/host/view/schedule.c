// SPDX-License-Identifier: GPL-2.0
/* Prepare a schedule for gdb or for the kernel. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "file.h"
#include "schedule.h"
#include "util.h"
#include "view.h"

static void read_world(struct schedule_world *world, const char *kernel, const char *renamed)
{
	world->kernel = kernel;
	world->renamed = file_need(renamed, "the names of functions", NULL);
}

/* Before which line the schedule stops: of step @stop, or of the race; nr where it does not. */
static unsigned int stop_at(const struct schedule *schedule, const char *stop)
{
	bool race = stop && !strcmp(stop, "race");
	unsigned int steps = 0, wanted = stop && !race ? strtoul(stop, NULL, 10) : 0;

	for (unsigned int i = 0; stop && i < schedule->nr; i++) {
		const struct schedule_line *line = &schedule->lines[i];

		steps += line->kind == SCHEDULE_LET;
		if (race ? line->kind == SCHEDULE_STACKS ||
				    (line->kind == SCHEDULE_LET &&
				     line->words.ends[0].verb == REPLAY_VERB_finish) :
			   steps == wanted)
			return i;
	}
	return schedule->nr;
}

/* What the kernel is told where it is its own director. */
static void write_step(FILE *file, const struct schedule_line *line)
{
	if (line->kind == SCHEDULE_LET)
		fprintf(file, "%s\n", after(line->text, "let "));
	if (line->kind == SCHEDULE_STACKS)
		fprintf(file, "stacks\n");
}

/* gdb stops before line @at. */
static void write_schedule(const struct schedule *schedule, unsigned int at, bool direct)
{
	FILE *text = opened("schedule", "w"), *origins = opened("origins", "w");
	FILE *gdb = opened("schedule.gdb", "w"), *rest = opened("rest.gdb", "w");
	FILE *steps = opened("steps", "w"), *places = opened("places", "w");
	FILE *comments = opened("comments", "w");
	unsigned int asserts = 0;

	for (unsigned int i = 0; i < schedule->nr; i++) {
		const struct schedule_line *line = &schedule->lines[i];

		fprintf(text, "%s\n", line->written);
		fprintf(origins, "%s:%u\n", line->file, line->number);
		fprintf(i < at ? gdb : rest, "%s\n", line->text);
		if (direct)
			write_step(steps, line);
		asserts += line->kind == SCHEDULE_ASSERT;
	}
	for (unsigned int i = 0; i < schedule->places.nr; i++)
		fprintf(places, "%s\n", schedule->places.names[i]);
	if (direct && asserts)
		fprintf(comments,
			"# %u assertion%s not evaluated, since only gdb can: run without --direct\n",
			asserts, asserts == 1 ? " is" : "s are");
	closed(text, "schedule");
	closed(origins, "origins");
	closed(gdb, "schedule.gdb");
	closed(rest, "rest.gdb");
	closed(steps, "steps");
	closed(places, "places");
	closed(comments, "comments");
}

/* The actors that are chosen, or all. */
static void read_actors(struct names *actors, char *list)
{
	char *name;

	while ((name = strsep(&list, ",\n ")))
		if (*name)
			names_add(actors, name);
}

/**
 * view_schedule() - read a schedule, and write what gdb and the kernel need of it
 *
 * Into the working directory: schedule, all of it in one, as it is written; origins, where each line
 * of that stands; schedule.gdb, up to STOP, and rest.gdb, what follows; steps, where the kernel
 * directs; places, those that only gdb can find, each with where the schedule says it; comments,
 * lines for the results. The case of the program goes to standard output, or what is wrong with the
 * schedule.
 */
int view_schedule(int argc, char **argv)
{
	struct schedule_world world = {};
	struct schedule schedule;
	struct text wrong = {};
	const char *stop = argc > 6 ? argv[6] : NULL;
	unsigned int at;

	read_world(&world, argv[1], argv[2]);
	names_read(&world.labels, path_in(argv[1], "labels"), "the labels of the kernel");
	read_actors(&world.actors, argv[3]);
	world.direct = !strcmp(argv[4], "kernel");
	world.shared = argv[5];
	if (!schedule_read(&schedule, argv[0], &world, &wrong)) {
		puts(wrong.bytes);
		return BROKEN;
	}
	at = stop_at(&schedule, stop);
	if (stop && at == schedule.nr && strcmp(stop, "race") &&
	    strtoul(stop, NULL, 10) != schedule.nr_steps + 1) {
		printf("there is no step %s; the schedule has %u steps\n", stop, schedule.nr_steps);
		return BROKEN;
	}
	write_schedule(&schedule, at, world.direct);
	if (schedule.program_case)
		puts(schedule.program_case);
	return AS_IT_SHOULD;
}

/**
 * view_verbs() - the help of 'let' for gdb
 */
int view_verbs(int argc, char **argv)
{
	(void)argc;
	(void)argv;
	puts("document let\nLet only this actor run, until the step is over.\n"
	     "Usage: let ACTOR END [or END]...   over at the first end that happens");
#define REPLAY_VERB(word, target, text) printf("  %-18s %s\n", #word " " target, text);
	REPLAY_VERBS(REPLAY_VERB)
#undef REPLAY_VERB
	puts("If no end can happen, the run ends, and its result is BROKEN.\nend");
	return AS_IT_SHOULD;
}

/**
 * view_here() - functions by the names that they have in a kernel, a line each
 */
int view_here(int argc, char **argv)
{
	struct schedule_world world = {};

	read_world(&world, argv[0], argv[1]);
	for (int i = 2; i < argc; i++)
		puts(schedule_function_here(&world, argv[i]));
	return AS_IT_SHOULD;
}

/**
 * view_nearest() - the function that somebody may have meant
 */
int view_nearest(int argc, char **argv)
{
	struct names functions = {};
	const char *nearest;

	(void)argc;
	names_read(&functions, path_in(argv[0], "functions"), "the functions of the kernel");
	nearest = names_nearest(&functions, argv[1]);
	if (nearest)
		puts(nearest);
	return AS_IT_SHOULD;
}

/**
 * view_nearest_of() - which of these few names somebody may have meant
 */
int view_nearest_of(int argc, char **argv)
{
	struct names names = {};
	const char *nearest;

	for (int i = 1; i < argc; i++)
		names_add(&names, argv[i]);
	nearest = names_nearest_within(&names, argv[0], max(strlen(argv[0]) / 2, 2));
	if (nearest)
		puts(nearest);
	return AS_IT_SHOULD;
}
