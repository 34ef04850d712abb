/* SPDX-License-Identifier: GPL-2.0 */
/*
 * A schedule: a gdb script of steps, assertions and other gdb commands. abi/step.h has the
 * grammar of a step; scenarios/SCHEDULE.md is the page for users.
 */
#ifndef SCHEDULE_H
#define SCHEDULE_H

#include <stdbool.h>

#include "abi/step.h"
#include "nearest.h"
#include "text.h"

enum schedule_kind {
	SCHEDULE_NOTHING, /* a comment, or an empty line */
	SCHEDULE_LET,
	SCHEDULE_ASSERT,
	SCHEDULE_STACKS,
	SCHEDULE_CASE,
	SCHEDULE_GDB, /* any other command of gdb */
};

struct schedule_line {
	enum schedule_kind kind;
	char *text; /* as gdb is to read it */
	const char *written; /* as it stands in its file */
	struct replay_words words; /* of SCHEDULE_LET */
	const char *file; /* where it is written */
	unsigned int number; /* in that, from 1 */
	unsigned int column; /* of the words, from 1 */
};

/* What a schedule may name. */
struct schedule_world {
	struct names actors; /* none: not known */
	struct names labels;
	const char *kernel; /* its directory: its functions are read where one is named */
	struct names functions;
	char *renamed; /* functions by all their names, one function a line */
	const char *shared; /* where schedules of its subsystem are; empty: nowhere */
	bool direct; /* there is no gdb */
};

struct schedule {
	struct schedule_line *lines;
	unsigned int nr, nr_steps;
	const char *program_case; /* the case of the program, or NULL */
	struct names places; /* that only gdb can find: LOCATION FILE:LINE:COLUMN */
};

bool schedule_read(struct schedule *schedule, const char *path, struct schedule_world *world,
		   struct text *wrong);
const char *schedule_function_here(struct schedule_world *world, const char *name);

#endif /* SCHEDULE_H */
