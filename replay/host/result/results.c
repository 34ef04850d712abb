// SPDX-License-Identifier: GPL-2.0
#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#include "abi/results.h"
#include "file.h"
#include "results.h"

/* "ok 1 NAME", "ok 1 - NAME", and of the kernel's own "ok - NAME". */
static const char *name_of(const char *line, bool *numbered)
{
	*numbered = isdigit((unsigned char)*line);
	while (isdigit((unsigned char)*line))
		line++;
	line += *line == ' ';
	line += *line == '-';
	line += *line == ' ';
	return line;
}

static void add_check(struct results *results, bool ok, const char *rest)
{
	bool numbered;
	const char *name = name_of(rest, &numbered);

	if (!ok)
		results->failed = true;
	results->died |= !ok && !numbered;
	append_string(&results->outcome, ok ? "ok - " : "not ok - ");
	append_string(&results->outcome, name);
	append_string(&results->outcome, "\n");
}

/**
 * results_clear() - forget all results
 * @results: which; their text keeps its memory
 */
void results_clear(struct results *results)
{
	struct text outcome = results->outcome;

	clear(&outcome);
	*results = (struct results){ .outcome = outcome };
}

/*
 * Of what a kernel said as it died: where something of it lies is the affair of its compiler. What
 * is small is an offset from NULL, and tells of the fault.
 */
static void add_panic(struct text *outcome, const char *line)
{
	const unsigned int least = 7; /* digits of an address of the kernel */
	const char *number;

	while ((number = strstr(line, "0x"))) {
		size_t digits = strspn(number + 2, "0123456789abcdef");

		append(outcome, "%.*s0x", (int)(number - line), line);
		line = number + 2;
		if (digits < least)
			continue;
		append_string(outcome, "...");
		line += digits;
	}
	append(outcome, "%s\n", line);
}

/**
 * results_line() - read a line of the results, KTAP as the guest writes it
 * @results: to which it is added
 * @line: without its end
 *
 * Return: what it is.
 */
enum result_line results_line(struct results *results, const char *line)
{
	const char *rest;

	if ((rest = after(line, REPLAY_RESULT_OK)) || (rest = after(line, REPLAY_RESULT_NOT_OK))) {
		add_check(results, line[0] == 'o', rest);
		return RESULT_OUTCOME;
	}
	if (after(line, REPLAY_RESULT_PANIC)) {
		add_panic(&results->outcome, line + 2);
		return RESULT_OUTCOME;
	}
	if (after(line, REPLAY_RESULT_OUTCOME)) {
		append_string(&results->outcome, line + 2);
		append_string(&results->outcome, "\n");
		return RESULT_OUTCOME;
	}
	if (after(line, REPLAY_RESULT_HANG)) {
		results->hang = true;
		return RESULT_HANG;
	}
	if (after(line, REPLAY_RESULT_BAIL_OUT)) {
		results->bail_out = true;
		return RESULT_BAIL_OUT;
	}
	/* A plan of no checks is none. */
	if ((rest = after(line, REPLAY_RESULT_PLAN)) && *rest >= '1' && *rest <= '9') {
		results->complete = true;
		return RESULT_PLAN;
	}
	return RESULT_OTHER;
}

/**
 * results_context() - read a line of the results on what the kernel ran beside the actors
 * @context: gets what it says; it is good as long as @line
 * @line: without its end
 *
 * Return: false where it is no such line.
 */
bool results_context(struct result_context *context, const char *line)
{
	const char *rest = after(line, REPLAY_RESULT_CONTEXT);
	unsigned int kind = 0;
	struct word word;

	if (!rest)
		return false;
	word = word_next(&rest);
	while (kind < REPLAY_CONTEXTS_NR && !word_is(&word, replay_context_word(kind)))
		kind++;
	context->kind = kind;
	word = word_next(&rest);
	context->runs = strtoul(word.text, NULL, 10);
	context->actors = word_next(&rest);
	if (word_is(&context->actors, REPLAY_RESULT_NO_ACTORS))
		context->actors.length = 0;
	context->name = rest;
	return kind < REPLAY_CONTEXTS_NR && context->runs && *rest;
}

/**
 * results_ending() - how did it end?
 * @results: which
 *
 * Return: the first of what is true.
 */
enum ending results_ending(const struct results *results)
{
	if (results->personality)
		return ENDING_PERSONALITY;
	if (results->hang)
		return ENDING_HANG;
	if (results->bail_out)
		return ENDING_BAIL_OUT;
	if (results->died || (results->failed && results->complete))
		return ENDING_FAIL;
	return results->complete ? ENDING_PASS : ENDING_NONE;
}

/**
 * results_verdict() - the verdict: the one place in which it is made
 * @results: on which
 *
 * Return: PASS or FAIL where the order was reached and the guest came to its end, or the
 * kernel said itself that it could not; otherwise BROKEN.
 */
enum verdict results_verdict(const struct results *results)
{
	switch (results_ending(results)) {
	case ENDING_PASS:
		return VERDICT_PASS;
	case ENDING_FAIL:
		return VERDICT_FAIL;
	default:
		return VERDICT_BROKEN;
	}
}

/**
 * verdict_word() - the word for a verdict
 * @verdict: which
 *
 * Return: PASS, FAIL or BROKEN.
 */
const char *verdict_word(enum verdict verdict)
{
	static const char *const words[] = { "PASS", "FAIL", "BROKEN" };

	return words[verdict];
}

/**
 * ending_word() - the word for an ending, as the script run expects it
 * @ending: which
 *
 * Return: a word.
 */
const char *ending_word(enum ending ending)
{
	static const char *const words[] = { "personality", "hang", "bail-out",
					     "fail",	    "pass", "none" };

	return words[ending];
}
