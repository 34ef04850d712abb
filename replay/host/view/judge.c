// SPDX-License-Identifier: GPL-2.0
/* Judge the run in the current directory, and say what came of one. */
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "abi/results.h"
#include "file.h"
#include "outcome.h"
#include "results.h"
#include "stamp.h"
#include "util.h"
#include "view.h"

/* What is in a file of the run; "" where it was not written. */
static char *text_of(const char *name)
{
	char *text = file_read(name, NULL);

	return text ? text : copy_of("");
}

/* Whoever begins the kernel says so where personality(2) is not permitted: setarch, or gdb. */
static void read_director(struct results *results)
{
	const char *said = text_of("director");

	results->personality = strstr(said, "personality") ||
			       strstr(said, "address space randomization");
}

/**
 * view_judge() - judge the run: print how it ended, write its outcome, and complete its meta
 */
int view_judge(int argc, char **argv)
{
	struct results results = {};
	char *line, *rest = text_of("results");
	FILE *file;

	(void)argc;
	while ((line = next_line(&rest)))
		results_line(&results, line);
	read_director(&results);

	file = opened("outcome", "w");
	if (results.outcome.length)
		fwrite(results.outcome.bytes, 1, results.outcome.length, file);
	closed(file, "outcome");
	stamp("meta", argv[0], verdict_word(results_verdict(&results)), stamp_taken("meta"));
	puts(ending_word(results_ending(&results)));
	return AS_IT_SHOULD;
}

/**
 * view_why() - print why the order was not reached, or else which checks of the kernel's own failed
 *
 * The results may be those of a run, or what uml-replay run has printed of them.
 */
int view_why(int argc, char **argv)
{
	char *line, *rest = file_need(argv[0], "the results", NULL);
	struct results results = {};
	struct text failed = {};

	(void)argc;
	while ((line = next_line(&rest))) {
		const char *check = after(line, REPLAY_RESULT_NOT_OK_KERNEL);

		if (results_line(&results, line) == RESULT_BAIL_OUT) {
			printf("BROKEN: %s\n", after(line, REPLAY_RESULT_BAIL_OUT));
			return AS_IT_SHOULD;
		}
		if (check)
			append(&failed, "FAIL: %s\n", check);
	}
	view_print(&failed);
	return AS_IT_SHOULD;
}

/**
 * view_stamp() - complete the meta in the current directory, of an execution that is judged
 */
int view_stamp(int argc, char **argv)
{
	(void)argc;
	stamp("meta", argv[0], argv[1], -1);
	return AS_IT_SHOULD;
}

/**
 * view_failed() - print of an outcome which checks failed, and how the kernel died
 */
int view_failed(int argc, char **argv)
{
	struct outcome_lines outcome;

	(void)argc;
	outcome_read(&outcome, argv[0]);
	for (unsigned int i = 0; i < outcome.nr; i++) {
		const struct outcome_line *line = &outcome.lines[i];

		if (line->kind == OUTCOME_PANIC)
			printf("panic: %s\n", line->value);
		else if (line->kind == OUTCOME_CHECK && strcmp(line->value, "ok") != 0)
			puts(line->name);
	}
	return AS_IT_SHOULD;
}

/* Behind such a check nothing of the guest's own is sent. */
static bool is_death(const struct outcome_line *line)
{
	return line->kind == OUTCOME_CHECK && strcmp(line->value, "ok") != 0 &&
	       (!strcmp(line->name, REPLAY_CHECK_KERNEL) ||
		!strcmp(line->name, REPLAY_CHECK_PROGRAM));
}

/**
 * view_defined() - print what an outcome has in each execution of its order
 *
 * An exploring guest sends at once what its check says. If it dies in the check, that is not sent.
 */
int view_defined(int argc, char **argv)
{
	struct outcome_lines outcome;
	unsigned int from = 0;

	(void)argc;
	outcome_read(&outcome, argv[0]);
	for (unsigned int i = 0; i < outcome.nr; i++)
		if (is_death(&outcome.lines[i]))
			from = i;
	for (unsigned int i = from; i < outcome.nr; i++)
		printf("%s: %s\n", outcome.lines[i].name, outcome.lines[i].value);
	return AS_IT_SHOULD;
}

/**
 * view_value() - print what an outcome says of a name, or nothing; without a name, all names
 */
int view_value(int argc, char **argv)
{
	struct outcome_lines outcome;
	const char *value;

	outcome_read(&outcome, argv[0]);
	value = argc > 1 ? outcome_value(&outcome, argv[1]) : NULL;
	if (value)
		puts(value);
	for (unsigned int i = 0; argc == 1 && i < outcome.nr; i++)
		puts(outcome.lines[i].name);
	return AS_IT_SHOULD;
}
