// SPDX-License-Identifier: GPL-2.0
/* A schedule, made ready for gdb or for the kernel. */
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

static void write_lines(const struct schedule *schedule, unsigned int from, unsigned int to,
			const char *path)
{
	FILE *file = opened(path, "w");

	for (unsigned int i = from; i < to; i++)
		fprintf(file, "%s\n", schedule->lines[i].text);
	closed(file, path);
}

/* With what it sources in place, for whoever reads it. */
static void write_text(const struct schedule *schedule, const char *path)
{
	FILE *file = opened(path, "w");

	for (unsigned int i = 0; i < schedule->nr; i++)
		fprintf(file, "%s\n", schedule->lines[i].written);
	closed(file, path);
}

/* What the kernel is told where it is its own director. */
static void write_steps(const struct schedule *schedule, const char *path)
{
	FILE *file = opened(path, "w");

	for (unsigned int i = 0; i < schedule->nr; i++) {
		const struct schedule_line *line = &schedule->lines[i];

		if (line->kind == SCHEDULE_LET)
			fprintf(file, "%s\n", after(line->text, "let "));
		if (line->kind == SCHEDULE_STACKS)
			fprintf(file, "stacks\n");
	}
	closed(file, path);
}

static void write_origins(const struct schedule *schedule, const char *path)
{
	FILE *file = opened(path, "w");

	for (unsigned int i = 0; i < schedule->nr; i++)
		fprintf(file, "%s:%u\n", schedule->lines[i].file, schedule->lines[i].number);
	closed(file, path);
}

static void write_places(const struct schedule *schedule, const char *path)
{
	FILE *file = opened(path, "w");

	for (unsigned int i = 0; i < schedule->places.nr; i++)
		fprintf(file, "%s\n", schedule->places.names[i]);
	closed(file, path);
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
 * Into the working directory: schedule, all of it in one; schedule.gdb, up to STOP; rest.gdb, what follows; steps, where
 * the kernel directs; origins, where each line of it was written; places, those that only gdb can
 * find. The case of the program goes to standard output, or what is wrong with the schedule.
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
	write_text(&schedule, "schedule");
	write_lines(&schedule, 0, at, "schedule.gdb");
	if (stop)
		write_lines(&schedule, at, schedule.nr, "rest.gdb");
	if (world.direct)
		write_steps(&schedule, "steps");
	write_origins(&schedule, "origins");
	write_places(&schedule, "places");
	if (schedule.program_case)
		puts(schedule.program_case);
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
	struct schedule_world world = {};
	const char *nearest;

	(void)argc;
	names_read(&world.functions, path_in(argv[0], "functions"), "the functions of the kernel");
	nearest = names_nearest(&world.functions, argv[1]);
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
