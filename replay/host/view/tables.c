// SPDX-License-Identifier: GPL-2.0
/* Show many runs in a table. */
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "file.h"
#include "meta.h"
#include "outcome.h"
#include "table.h"
#include "util.h"
#include "view.h"

/* What is behind the last '/', of a path that does not end in one. */
static const char *base_of(char *path)
{
	size_t length = strlen(path);
	char *slash;

	while (length > 1 && path[length - 1] == '/')
		path[--length] = '\0';
	slash = strrchr(path, '/');
	return slash ? slash + 1 : path;
}

/* The variant of a run: its name, or that of its patch; of one that does not know it, its own. */
static char *variant_of(const char *run)
{
	struct meta meta;
	char *path, *name;
	size_t length;

	meta_read(&meta, run);
	path = copy_of(*meta_value(&meta, "variant") ? meta_value(&meta, "variant") : run);
	name = copy_of(base_of(path));
	length = strlen(name);
	if (length > 6 && !strcmp(name + length - 6, ".patch"))
		name[length - 6] = '\0';
	free(path);
	free(meta.lines);
	free(meta.bytes);
	return name;
}

/* The result of a run, without the end of the line. */
static char *result_of(const char *run)
{
	char *path = path_in(run, "result"), *result = file_need(path, "the result", NULL);

	result[strcspn(result, "\n")] = '\0';
	free(path);
	return result;
}

static void add_run(struct table *table, struct table *results, const char *run, const char *name)
{
	struct outcome_lines outcome;
	char *path = path_in(run, "outcome"), *result = result_of(run);
	unsigned int row = table_new_row(table, name);

	outcome_read(&outcome, path);
	for (unsigned int i = 0; i < outcome.nr; i++) {
		const struct outcome_line *line = &outcome.lines[i];

		if (line->kind != OUTCOME_CHECK && strcmp(line->name, "result"))
			table_set(table, row, table_column(table, line->name), line->value);
	}
	table_set(results, row, 0, result);
	free(path);
	free(result);
	free(outcome.lines);
	free(outcome.bytes);
}

/* Each by its variant; those that have it in common also by their directories. */
static char **names_of(int nr, char **runs)
{
	char **names = more(NULL, nr * sizeof(*names)),
	     **variants = more(NULL, nr * sizeof(*variants));

	for (int i = 0; i < nr; i++)
		variants[i] = variant_of(runs[i]);
	for (int i = 0; i < nr; i++) {
		struct text name = {};
		int same = 0;

		for (int other = 0; other < nr; other++)
			same += !strcmp(variants[i], variants[other]);
		append_string(&name, variants[i]);
		if (same > 1)
			append(&name, " %s", runs[i]);
		names[i] = name.bytes;
	}
	return names;
}

/**
 * view_table() - what runs observed: a row a run, a column a line of the outcome
 */
int view_table(int argc, char **argv)
{
	static const struct table_style style = {
		.indent = "    ",
		.head = "variant",
		.first = 13,
		.rule = 13,
	};
	struct table table = {}, results = {};
	struct text out = {};
	char **names = names_of(argc, argv);
	unsigned int last;

	for (int i = 0; i < argc; i++)
		add_run(&table, &results, argv[i], names[i]);
	last = table_column(&table, "result");
	for (unsigned int row = 0; row < table.nr_rows; row++)
		table_set(&table, row, last, table_get(&results, row, 0));
	table_text(&out, &table, &style);
	view_print(&out);
	return AS_IT_SHOULD;
}

/* A number that is not 0. */
static bool is_some(const char *value)
{
	char *end;

	if (!value || !*value)
		return false;
	return strtod(value, &end) != 0 || *end;
}

/*
 * What the subsystem has in its file, words, of these: a line NAME: the value of this outcome;
 * a line NAME: WORD: the value with the word behind it, where it is not 0.
 */
static bool add_words(struct text *out, const struct outcome_lines *outcome, char *words)
{
	char *line;

	while ((line = next_line(&words))) {
		char *word = strstr(line, ": ");
		const char *value;

		if (*line == '#')
			continue;
		if (word) {
			*word = '\0';
			word += 2;
		}
		value = outcome_value(outcome, line);
		if (!value || (word && !is_some(value)))
			continue;
		append(out, "%s%s", out->length ? ", " : "", value);
		if (word)
			append(out, " %s", word);
	}
	return out->length;
}

/* What its checks say. */
static void add_checks(struct text *out, const struct outcome_lines *outcome)
{
	for (unsigned int i = 0; i < outcome->nr; i++)
		if (outcome->lines[i].kind == OUTCOME_CHECK &&
		    !strcmp(outcome->lines[i].value, "not ok")) {
			append(out, "FAIL: %s", outcome->lines[i].name);
			return;
		}
	append_string(out, "PASS");
}

/**
 * view_words() - the outcome of a run in a few words
 */
int view_words(int argc, char **argv)
{
	struct outcome_lines outcome;
	struct text out = {};
	char *words = file_read(path_in(argv[0], "words"), NULL);

	(void)argc;
	outcome_read(&outcome, path_in(argv[0], "outcome"));
	for (unsigned int i = 0; i < outcome.nr; i++)
		if (outcome.lines[i].kind == OUTCOME_PANIC) {
			puts("panic");
			return AS_IT_SHOULD;
		}
	if (!words || !add_words(&out, &outcome, words))
		add_checks(&out, &outcome);
	append_string(&out, "\n");
	view_print(&out);
	return AS_IT_SHOULD;
}
