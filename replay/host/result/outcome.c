// SPDX-License-Identifier: GPL-2.0
#include <string.h>

#include "file.h"
#include "outcome.h"
#include "util.h"

static bool read_line(struct outcome_line *line, char *text)
{
	char *rest;

	if ((rest = (char *)after(text, "outcome "))) {
		char *colon = strchr(rest, ':');

		if (!colon || colon[1] != ' ')
			return false;
		*colon = '\0';
		*line = (struct outcome_line){ OUTCOME_SEEN, rest, colon + 2 };
		return true;
	}
	if ((rest = (char *)after(text, "panic: ")))
		*line = (struct outcome_line){ OUTCOME_PANIC, "panic", rest };
	else if ((rest = (char *)after(text, "ok - ")))
		*line = (struct outcome_line){ OUTCOME_CHECK, rest, "ok" };
	else if ((rest = (char *)after(text, "not ok - ")))
		*line = (struct outcome_line){ OUTCOME_CHECK, rest, "not ok" };
	return rest != NULL;
}

/**
 * outcome_read() - read the outcome of a run
 * @outcome: where it goes
 * @path: of the file
 *
 * Return: false where there is no such file; then there is no line.
 */
bool outcome_read(struct outcome_lines *outcome, const char *path)
{
	char *line, *rest = file_read(path, NULL);

	*outcome = (struct outcome_lines){ .bytes = rest };
	while ((line = next_line(&rest))) {
		outcome->lines = more(outcome->lines, (outcome->nr + 1) * sizeof(*outcome->lines));
		outcome->nr += read_line(&outcome->lines[outcome->nr], line);
	}
	return outcome->bytes != NULL;
}

/**
 * outcome_value() - what the outcome says of a name
 * @outcome: which
 * @name: of a line, or of a check
 *
 * Return: the last that it says, or NULL.
 */
const char *outcome_value(const struct outcome_lines *outcome, const char *name)
{
	for (unsigned int i = outcome->nr; i-- > 0;)
		if (!strcmp(outcome->lines[i].name, name))
			return outcome->lines[i].value;
	return NULL;
}
