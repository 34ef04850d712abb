// SPDX-License-Identifier: GPL-2.0
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "abi/results.h"
#include "events.h"
#include "file.h"
#include "line.h"
#include "outcomes.h"
#include "text.h"
#include "util.h"

static struct outcome *outcomes;
static unsigned int nr_outcomes;

static bool is_simpler(const struct record *record, const struct outcome *outcome)
{
	if (record->preemptions != outcome->preemptions)
		return record->preemptions < outcome->preemptions;
	if (record->switches != outcome->switches)
		return record->switches < outcome->switches;
	if (record->schedule.length != strlen(outcome->schedule))
		return record->schedule.length < strlen(outcome->schedule);
	return strcmp(record->schedule.bytes, outcome->schedule) < 0;
}

/* The outcome with this text and verdict. In a new one, any execution counts as simpler. */
static struct outcome *outcome_of(const struct results *results)
{
	enum verdict verdict = results_verdict(results);
	const char *text = results->outcome.bytes;

	for (unsigned int i = 0; i < nr_outcomes; i++)
		if (outcomes[i].verdict == verdict && !strcmp(outcomes[i].text, text))
			return &outcomes[i];
	outcomes = more(outcomes, (nr_outcomes + 1) * sizeof(*outcomes));
	outcomes[nr_outcomes] = (struct outcome){
		.text = copy_of(text),
		.verdict = verdict,
		.preemptions = -1U,
	};
	return &outcomes[nr_outcomes++];
}

/**
 * outcomes_add() - count the outcome of an execution
 * @record: the execution
 * @took: for how many seconds it ran; 0 where that is not known
 */
void outcomes_add(const struct record *record, double took)
{
	struct outcome *outcome = outcome_of(&record->results);

	outcome->executions++;
	if (!is_simpler(record, outcome))
		return;
	free(outcome->schedule);
	free(outcome->trace);
	free(outcome->hang);
	outcome->nr_choices = record->nr_choices;
	outcome->choices =
		more(outcome->choices, (record->nr_choices + 1) * sizeof(*outcome->choices));
	memcpy(outcome->choices, record->choices, record->nr_choices * sizeof(*outcome->choices));
	outcome->shrunk = false;
	outcome->took = took;
	outcome->preemptions = record->preemptions;
	outcome->switches = record->switches;
	outcome->schedule = copy_of(record->schedule.bytes);
	outcome->trace = copy_of(record->trace.bytes);
	outcome->hang = copy_of(record->hang.bytes);
}

/**
 * outcomes_nr() - how many distinct outcomes there are
 *
 * Return: their number, so far.
 */
unsigned int outcomes_nr(void)
{
	return nr_outcomes;
}

/**
 * outcomes_to_shrink() - the next outcome that may have a simpler execution
 *
 * Return: an outcome, valid until outcomes_add(). The caller runs the executions that differ from its
 * simplest one in one choice. NULL if that was done for all outcomes.
 */
const struct outcome *outcomes_to_shrink(void)
{
	for (unsigned int i = 0; i < nr_outcomes; i++) {
		if (outcomes[i].shrunk)
			continue;
		outcomes[i].shrunk = true;
		return &outcomes[i];
	}
	return NULL;
}

static int by_simplicity(const void *one, const void *other)
{
	const struct outcome *a = one, *b = other;

	if (a->preemptions != b->preemptions)
		return a->preemptions < b->preemptions ? -1 : 1;
	if (a->switches != b->switches)
		return a->switches < b->switches ? -1 : 1;
	return strcmp(a->schedule, b->schedule) ?: strcmp(a->text, b->text);
}

#define REPORTS_SHOWN 6

/* What the kernel reported in the simplest execution. */
static void print_reports(const struct outcome *outcome)
{
	unsigned int nr = 0;

	for (const char *at = outcome->trace; *at && nr < REPORTS_SHOWN;
	     at += strcspn(at, "\n") + 1) {
		struct line line;

		if (!line_read(&line, at) || event_kind(&line.event) != REPLAY_EVENT_report)
			continue;
		printf("    report: %.*s\n", (int)strcspn(line.arguments, "\n"), line.arguments);
		nr++;
	}
}

/* The outcome, and where the simplest execution hangs; the caller frees it. */
static char *text_of(const struct outcome *outcome)
{
	struct text text = {};

	clear(&text);
	for (const char *line = outcome->text; *line; line += strcspn(line, "\n") + 1) {
		if (*outcome->hang && after(line, REPLAY_RESULT_BAIL_OUT))
			append(&text, "%s\n", outcome->hang);
		else
			append(&text, "%.*s\n", (int)strcspn(line, "\n"), line);
	}
	return text.bytes;
}

static void print_outcome(const struct outcome *outcome, unsigned int number)
{
	char *text = text_of(outcome);
	const char *line = text;

	printf("outcome %u: %s, %lu execution%s; simplest: %u switch%s, %u of them preemptive\n",
	       number, verdict_word(outcome->verdict), outcome->executions,
	       plural(outcome->executions), outcome->switches, outcome->switches == 1 ? "" : "es",
	       outcome->preemptions);
	while (*line) {
		int length = strchr(line, '\n') - line;

		if (strncmp(line, "ok ", 3))
			printf("    %.*s\n", length, line);
		line += length + 1;
	}
	free(text);
	print_reports(outcome);
}

static void write_file(const char *dir, const char *name, const char *head, const char *text)
{
	char path[4096];
	FILE *file;

	snprintf(path, sizeof(path), "%s/%s", dir, name);
	file = fopen(path, "w");
	if (!file || fprintf(file, "%s%s", head, text) < 0 || fclose(file))
		die("cannot write %s: %s", path, strerror(errno));
}

/* Writes the simplest execution to a directory, with the files of uml-replay run --keep. */
static void keep(const struct outcome *outcome, unsigned int number, const char *out,
		 const char *program_case)
{
	struct text head = {};
	char *text = text_of(outcome);
	char dir[4000], took[32] = "\n";

	snprintf(dir, sizeof(dir), "%s/%u", out, number);
	if (mkdir(dir, 0777))
		die("cannot make %s: %s", dir, strerror(errno));
	clear(&head);
	if (program_case)
		append(&head, "case %s\n", program_case);
	write_file(dir, "schedule.gdb", head.bytes, outcome->schedule);
	free(head.bytes);
	write_file(dir, "outcome", "", text);
	free(text);
	write_file(dir, "result", verdict_word(outcome->verdict), "\n");
	write_file(dir, "trace", "", outcome->trace);
	if (outcome->took > 0)
		snprintf(took, sizeof(took), "%.0f\n", outcome->took * 1000);
	write_file(dir, "ms", "", took);
}

/**
 * outcomes_list() - list the outcomes, the simplest first, and write the files of each
 * @out: gets a directory of each, NUMBER, with the trace, the outcome, the result and the
 *       schedule of its simplest execution; what cannot be written ends in die()
 * @program_case: the 'case' of the schedule; NULL if it has none
 *
 * Return: AS_IT_SHOULD if all are PASS, FAILED if one is FAIL, otherwise BROKEN.
 */
int outcomes_list(const char *out, const char *program_case)
{
	int status = AS_IT_SHOULD;

	qsort(outcomes, nr_outcomes, sizeof(*outcomes), by_simplicity);
	for (unsigned int i = 0; i < nr_outcomes; i++) {
		const struct outcome *outcome = &outcomes[i];
		unsigned int number = i + 1;

		if (outcome->verdict == VERDICT_FAIL)
			status = FAILED;
		else if (outcome->verdict == VERDICT_BROKEN && status == AS_IT_SHOULD)
			status = BROKEN;
		print_outcome(outcome, number);
		keep(outcome, number, out, program_case);
	}
	return status;
}
