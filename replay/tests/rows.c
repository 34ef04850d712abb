// SPDX-License-Identifier: GPL-2.0
/*
 * usage: rows <DIAGRAM
 *
 * An independent reader of a diagram: whose a row is, is told by where it begins. Print ACTOR TEXT for each row
 * of an event, where TEXT is its first word.
 */
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static char *names[64];
static size_t starts[64];
static unsigned int nr;

/* Two blanks and more are between the names; of a name the first word counts. */
static void read_names(char *line)
{
	char *at = line;

	while (at[strspn(at, " ")] && nr < 64) {
		char *end;

		at += strspn(at, " ");
		end = strstr(at, "  ");
		starts[nr] = at - line;
		names[nr++] = strndup(at, strcspn(at, " "));
		at = end ? end : at + strlen(at);
	}
}

/* "    [user space sees: 0x00; left in swap:", and what follows on further lines. */
static bool is_outcome(const char *line, bool in_outcome)
{
	size_t start = strspn(line, " ");

	if (start == 4 && line[4] == '[' && strstr(line, ": "))
		return true;
	return in_outcome && start == 5;
}

int main(void)
{
	bool in_outcome = false;
	char *line = NULL;
	size_t size = 0;

	for (unsigned int row = 1; getline(&line, &size, stdin) > 0; row++) {
		size_t start = strspn(line, " ");
		unsigned int of = nr;
		char *word = line + start;

		line[strcspn(line, "\n")] = '\0';
		in_outcome |= is_outcome(line, in_outcome);
		if (row == 1)
			read_names(line);
		if (row <= 2 || is_outcome(line, in_outcome))
			continue;
		word[strcspn(word, " ")] = '\0';
		if (!*word || !strcmp(word, "...") || !strcmp(word, "<-"))
			continue;
		while (of > 1 && starts[of - 1] > start)
			of--;
		if (of)
			printf("%s %s\n", names[of - 1], word);
	}
	free(line);
	return 0;
}
