// SPDX-License-Identifier: GPL-2.0
/*
 * Write the parts of a report: HTML tables of its cells, and a line for each difference from what
 * was expected.
 */
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include "file.h"
#include "lanes.h"
#include "outcome.h"
#include "table.h"
#include "util.h"
#include "view.h"

static void cut_fields(char *line, char **fields, unsigned int nr)
{
	for (unsigned int i = 0; i < nr; i++)
		fields[i] = line ? strsep(&line, "\t") : "";
}

/* What a class says in words, so that no reader needs to see its colour. */
static const char *word_of(const char *class)
{
	if (!strcmp(class, "not-ok"))
		return " (not ok)";
	if (!strcmp(class, "xfail"))
		return " (XFAIL)";
	return "";
}

static void html_row(struct text *out, const struct table *words, const struct table *classes,
		     const struct table *anchors, unsigned int row)
{
	append(out, "<tr><th scope=\"row\"><a href=\"#%s\">%s</a></th>", words->rows[row],
	       words->rows[row]);
	for (unsigned int c = 0; c < words->nr_columns; c++) {
		const char *class = table_get(classes, row, c);

		if (!*class) {
			append_string(out, "<td></td>");
			continue;
		}
		append(out, "<td class=\"%s\"><a href=\"#%s\">", class, table_get(anchors, row, c));
		append_escaped(out, table_get(words, row, c));
		append(out, "%s</a></td>", word_of(class));
	}
	append_string(out, "</tr>\n");
}

static void html_table(struct text *out, const struct table *words, const struct table *classes,
		       const struct table *anchors)
{
	append_string(
		out,
		"<div class=\"scroll\"><table class=\"matrix\"><thead><tr><th scope=\"col\">scenario</th>");
	for (unsigned int c = 0; c < words->nr_columns; c++)
		append(out, "<th scope=\"col\">%s</th>", words->columns[c]);
	append_string(out, "</tr></thead><tbody>\n");
	for (unsigned int r = 0; r < words->nr_rows; r++)
		html_row(out, words, classes, anchors, r);
	append_string(out, "</tbody></table></div>\n");
}

static char *marked(const char *class, const char *words, bool html)
{
	const char *bold = strcmp(class, "not-ok") ? "" : "**";
	struct text text = {};

	if (html)
		return copy_of(words);
	append(&text, "%s%s%s%s", bold, words, word_of(class), bold);
	return text.bytes;
}

/**
 * view_cells() - the cells of a check on a kernel: scenarios down, variants across
 *
 * A line of the file has the fields anchor, scenario, kernel, variant, class and words, with
 * tabs between them.
 */
int view_cells(int argc, char **argv)
{
	enum { ANCHOR, SCENARIO, KERNEL, VARIANT, CLASS, WORDS, FIELDS };
	bool html = !strcmp(argv[0], "html");
	struct table words = {}, classes = {}, anchors = {};
	char *line, *rest = file_need(argv[2], "the cells", NULL);
	struct text out = {};

	(void)argc;
	while ((line = next_line(&rest))) {
		char *fields[FIELDS], *text;
		unsigned int row, column;

		cut_fields(line, fields, FIELDS);
		if (strcmp(fields[KERNEL], argv[1]))
			continue;
		row = table_row(&words, fields[SCENARIO]);
		column = table_column(&words, fields[VARIANT]);
		text = marked(fields[CLASS], fields[WORDS], html);
		table_set(&words, row, column, text);
		table_set(&classes, row, column, fields[CLASS]);
		table_set(&anchors, row, column, fields[ANCHOR]);
		free(text);
	}
	if (html)
		html_table(&out, &words, &classes, &anchors);
	else
		table_markdown(&out, &words, "scenario");
	view_print(&out);
	return AS_IT_SHOULD;
}

/* Two outcomes by the names that either has, those of the second first. */
struct pair {
	const char *name, *expected, *found; /* NULL where it has none */
};

struct pairs {
	struct pair *of;
	unsigned int nr;
	bool differ;
};

static bool pair_differs(const struct pair *pair)
{
	return !pair->expected || !pair->found || strcmp(pair->expected, pair->found);
}

static void add_pair(struct pairs *pairs, const char *name, const char *expected, const char *found)
{
	for (unsigned int i = 0; i < pairs->nr; i++)
		if (!strcmp(pairs->of[i].name, name))
			return;
	pairs->of = more(pairs->of, (pairs->nr + 1) * sizeof(*pairs->of));
	pairs->of[pairs->nr] = (struct pair){ name, expected, found };
	pairs->differ |= pair_differs(&pairs->of[pairs->nr++]);
}

static void pairs_read(struct pairs *pairs, const char *expected_path, const char *found_path)
{
	struct outcome_lines expected, found;

	outcome_read(&expected, expected_path);
	outcome_read(&found, found_path);
	for (unsigned int i = 0; i < found.nr; i++)
		add_pair(pairs, found.lines[i].name, outcome_value(&expected, found.lines[i].name),
			 outcome_value(&found, found.lines[i].name));
	for (unsigned int i = 0; i < expected.nr; i++)
		add_pair(pairs, expected.lines[i].name,
			 outcome_value(&expected, expected.lines[i].name),
			 outcome_value(&found, expected.lines[i].name));
}

/* A check that is not true is bad, but where that is what is expected. */
static const char *class_of(const struct pair *pair, const char *value)
{
	if (!strcmp(value, "ok"))
		return "ok";
	if (strcmp(value, "not ok") && strcmp(pair->name, "panic"))
		return "";
	return pair_differs(pair) ? "not-ok" : "xfail";
}

static void html_value(struct text *out, const struct pair *pair, const char *value)
{
	const char *class = value ? class_of(pair, value) : "none";

	append_string(out, "<td");
	if (*class)
		append(out, " class=\"%s\"", class);
	append_string(out, ">");
	append_escaped(out, value ? value : "nothing");
	append_string(out, "</td>");
}

/**
 * view_outcome() - the outcome of a run as HTML, beside what was expected where that is another
 *
 * The row that differs is marked.
 */
int view_outcome(int argc, char **argv)
{
	struct pairs pairs = {};
	struct text out = {};

	(void)argc;
	pairs_read(&pairs, argv[0], argv[1]);
	append_string(&out, "<div class=\"scroll\"><table class=\"outcome\">");
	if (pairs.differ)
		append_string(
			&out,
			"<thead><tr><td></td><th scope=\"col\">expected</th><th scope=\"col\">found</th></tr></thead>");
	append_string(&out, "<tbody>\n");
	for (unsigned int i = 0; i < pairs.nr; i++) {
		const struct pair *pair = &pairs.of[i];

		append(&out, "<tr%s><th scope=\"row\">",
		       pair_differs(pair) ? " class=\"differs\"" : "");
		append_escaped(&out, pair->name);
		append_string(&out, "</th>");
		if (pairs.differ)
			html_value(&out, pair, pair->expected);
		html_value(&out, pair, pair->found);
		append_string(&out, "</tr>\n");
	}
	append_string(&out, "</tbody></table></div>\n");
	view_print(&out);
	return AS_IT_SHOULD;
}

/**
 * view_differs() - say in a line where an outcome is not as expected, or nothing
 */
int view_differs(int argc, char **argv)
{
	struct pairs pairs = {};
	struct text out = {};

	(void)argc;
	pairs_read(&pairs, argv[0], argv[1]);
	clear(&out);
	for (unsigned int i = 0; i < pairs.nr; i++) {
		const struct pair *pair = &pairs.of[i];

		if (!pair_differs(pair))
			continue;
		append(&out, "%s%s: ", out.length ? "; " : "", pair->name);
		if (!pair->expected)
			append(&out, "%s was found, and nothing of it expected", pair->found);
		else if (!pair->found)
			append(&out, "%s was expected, and nothing of it found", pair->expected);
		else
			append(&out, "%s was expected, and %s found", pair->expected, pair->found);
	}
	append_string(&out, out.length ? "\n" : "");
	view_print(&out);
	return AS_IT_SHOULD;
}
