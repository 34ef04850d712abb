// SPDX-License-Identifier: GPL-2.0
/* Show two runs side by side. */
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "columns.h"
#include "file.h"
#include "merge.h"
#include "outcome.h"
#include "util.h"
#include "view.h"

/* How the lines of two outcomes are put side by side. */
struct style {
	const char *indent, *differs; /* in front of a line; of one that differs */
	const char *behind; /* one that differs */
	const char *missing; /* where only one has the line */
	const char *heads[2];
	int last; /* the least width of the second value */
};

static void add_names(struct outcome_lines *names, const struct outcome_lines *outcome)
{
	for (unsigned int i = 0; i < outcome->nr; i++) {
		if (outcome_value(names, outcome->lines[i].name))
			continue;
		names->lines = more(names->lines, (names->nr + 1) * sizeof(*names->lines));
		names->lines[names->nr++] = outcome->lines[i];
	}
}

static void draw_line(struct text *out, const char *indent, const char *name, int width,
		      const char *a, int width_of_a, const char *b, int last)
{
	append_string(out, indent);
	append_padded(out, name, width);
	append_string(out, "  ");
	append_padded(out, a, width_of_a);
	append_string(out, "  ");
	append_padded(out, b, last);
}

/* A line for each name that either has. */
static void draw_outcomes(struct text *out, const struct outcome_lines *a,
			  const struct outcome_lines *b, const struct style *style)
{
	struct outcome_lines names = {};
	int width = 0, first = 12;

	add_names(&names, a);
	add_names(&names, b);
	for (unsigned int i = 0; i < names.nr; i++) {
		const char *one = outcome_value(a, names.lines[i].name);

		width = max(width, width_of(names.lines[i].name));
		first = max(first, one ? width_of(one) : 0);
	}
	draw_line(out, style->indent, "", width, style->heads[0], first, style->heads[1], 0);
	append_string(out, "\n");
	for (unsigned int i = 0; i < names.nr; i++) {
		const char *name = names.lines[i].name;
		const char *one = outcome_value(a, name), *other = outcome_value(b, name);
		bool same;

		one = one ? one : style->missing;
		other = other ? other : style->missing;
		same = !strcmp(one, other);
		draw_line(out, same ? style->indent : style->differs, name, width, one, first,
			  other, style->last);
		append_string(out, same ? "" : style->behind);
		trim(out);
		append_string(out, "\n");
	}
	free(names.lines);
}

struct sources {
	struct trace traces[2];
	struct aliases aliases;
	bool full;
};

static void rows_with(struct rows *rows, int path, void *of_what)
{
	struct sources *sources = of_what;
	struct rows a, b;

	rows_of(&a, &sources->traces[0], path, sources->full);
	rows_of(&b, &sources->traces[1], path, sources->full);
	rows_merge(rows, &a, &b, &sources->aliases);
}

static void draw_parting(struct text *out, const struct rows *rows)
{
	const struct row *last = NULL;

	for (unsigned int i = 0; i < rows->nr; i++) {
		const struct row *row = &rows->rows[i];

		if (row->mark && !i) {
			append_string(out, "They part at once.\n");
			return;
		}
		if (row->mark) {
			append(out, "They go the same way to %s of %s, and part there.\n",
			       last ? last->text : "", last ? last->actor : "");
			return;
		}
		if (row->kind != ROW_FOLD)
			last = row;
	}
	append_string(out, "They go the same way.\n");
}

static void draw_name(struct text *out, char letter, const char *name, const char *run)
{
	char *path = path_in(run, "result"), *result = file_need(path, "the result", NULL);

	append_bytes(out, &letter, 1);
	append_string(out, ": ");
	append_string(out, name);
	append_string(out, ": ");
	append_cut(out, result, strcspn(result, "\n"));
	append_string(out, "\n");
	free(path);
	free(result);
}

static void read_outcome(struct outcome_lines *outcome, const char *run)
{
	char *path = path_in(run, "outcome");

	outcome_read(outcome, path);
	free(path);
}

/**
 * view_diff() - two runs in one diagram, and what each of them saw
 */
int view_diff(int argc, char **argv)
{
	static const struct style style = {
		.indent = "  ",
		.differs = "* ",
		.behind = "",
		.missing = "",
		.heads = { "A", "B" },
	};
	struct sources sources = {};
	struct outcome_lines outcomes[2];
	struct text out = {};
	struct rows rows = {};

	if (!strcmp(argv[0], "--full")) {
		sources.full = true;
		argc--;
		argv++;
	}
	if (argc != 5)
		die("two runs are expected, and their names");
	aliases_read(&sources.aliases, argv[0]);
	for (int i = 0; i < 2; i++) {
		trace_read(&sources.traces[i], path_in(argv[1 + 2 * i], "trace"));
		read_outcome(&outcomes[i], argv[1 + 2 * i]);
		draw_name(&out, 'A' + i, argv[2 + 2 * i], argv[1 + 2 * i]);
	}
	append_string(&out, "\n");
	columns_fit(&out, &rows, rows_with, &sources);
	append_string(&out, "\n");
	draw_parting(&out, &rows);
	append_string(&out, "\n");
	draw_outcomes(&out, &outcomes[0], &outcomes[1], &style);
	view_print(&out);
	return AS_IT_SHOULD;
}

/**
 * view_both() - two outcomes, before and at a commit; the first may be missing
 */
int view_both(int argc, char **argv)
{
	static const struct style style = {
		.indent = "    ",
		.differs = "    ",
		.behind = "  <-",
		.missing = "-",
		.heads = { "before", "at it" },
		.last = 12,
	};
	struct outcome_lines before, at;
	struct text out = {};

	(void)argc;
	outcome_read(&before, argv[0]);
	outcome_read(&at, argv[1]);
	draw_outcomes(&out, &before, &at, &style);
	view_print(&out);
	return AS_IT_SHOULD;
}
