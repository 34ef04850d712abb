/* SPDX-License-Identifier: GPL-2.0 */
/* The options of an exploration; uml-replay explore --help says what each is. */
#ifndef OPTIONS_H
#define OPTIONS_H

#include <stdbool.h>

#define KNOWN_MAX 1024

/* Read once; nothing of it changes afterwards. */
struct options {
	unsigned long bound;
	unsigned long random; /* 0: all executions */
	unsigned long pct; /* 0: each choice at random */
	unsigned long seed;
	unsigned long executions; /* 0: all */
	unsigned long hang; /* seconds of processor time */
	unsigned long jobs; /* guests at a time */
	bool fresh; /* a boot for each execution */
	bool rehearse; /* each boot sets up and undoes that before its first execution */
	bool leaves; /* that is so since an execution left something behind */
	bool plain; /* prune nothing */
	bool stats;
	bool first; /* stop at the first outcome that is FAIL */
	/* Files; NULL if the option was not given. */
	const char *log, *state, *from;
	const char *known[KNOWN_MAX];
	unsigned int nr_known;
	const char *split; /* the executions that are left go to files of this name */
	unsigned long parts;
	const char *out; /* the directory of the schedules */
	const char *title; /* the command that runs a schedule */
	const char *program_case; /* of the schedule; NULL if it has no 'case' line */
	const char *version; /* of kernel and guest; records hold for this version only */
	const char *points; /* names, with commas between; empty: every label */
	char **command; /* that starts a guest */
};

extern struct options options;

void options_read(int argc, char **argv);

#endif /* OPTIONS_H */
