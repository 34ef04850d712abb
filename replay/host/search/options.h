/* SPDX-License-Identifier: GPL-2.0 */
/* What is asked for. uml-replay explore --help says what each is. */
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
	bool plain; /* nothing is left out */
	bool stats;
	bool first; /* no more behind the first that is FAIL */
	/* Files; NULL where it is not asked for. */
	const char *log, *state, *from;
	const char *known[KNOWN_MAX];
	unsigned int nr_known;
	const char *split; /* what is left goes to files of this name */
	unsigned long parts;
	const char *out; /* the directory of the schedules */
	const char *title; /* the command that runs the scenario */
	const char *program_case; /* that a schedule says; NULL where it says none */
	const char *version; /* of kernel and guest: nothing is known of others */
	const char *points; /* names, with commas between; none: every label */
	char **command; /* that is a guest */
};

extern struct options options;

void options_read(int argc, char **argv);

#endif /* OPTIONS_H */
