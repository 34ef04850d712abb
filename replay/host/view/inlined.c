// SPDX-License-Identifier: GPL-2.0
/* List inlined functions, and where they are inlined, from gdb's output. */
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "file.h"
#include "util.h"
#include "view.h"

#define INTO_MAX 3 /* functions that are named; of more, how many there are */

/* A function that was asked for: the first place of it, and the functions it is inlined into. */
struct inlined {
	struct text name, place, into;
	char **seen;
	unsigned int nr;
};

static void begin(struct inlined *inlined, const char *name)
{
	clear(&inlined->name);
	clear(&inlined->place);
	clear(&inlined->into);
	append_string(&inlined->name, name);
	inlined->nr = 0;
}

static void print(const struct inlined *inlined)
{
	if (!inlined->nr)
		return;
	printf("%s\t%s\tin %s", inlined->name.bytes, inlined->place.bytes, inlined->into.bytes);
	if (inlined->nr > INTO_MAX)
		printf(", and %u more", inlined->nr - INTO_MAX);
	putchar('\n');
}

static void add(struct inlined *inlined, const char *function)
{
	for (unsigned int i = 0; i < inlined->nr; i++)
		if (!strcmp(inlined->seen[i], function))
			return;
	inlined->seen = more(inlined->seen, (inlined->nr + 1) * sizeof(*inlined->seen));
	inlined->seen[inlined->nr++] = copy_of(function);
	if (inlined->nr <= INTO_MAX)
		append(&inlined->into, "%s%s", inlined->nr > 1 ? ", " : "", function);
}

/* Line 796 of "../tree/mm/shmem.c" starts at address 0x601 <shmem_undo_range+12> and ends at ... */
static void read_line(struct inlined *inlined, const char *line)
{
	char file[256], function[128];
	unsigned int nr;
	bool within;

	if (sscanf(line, "Line %u of \"%255[^\"]\"", &nr, file) != 2)
		return;
	do {
		line = strchr(line, '<');
		within = line && sscanf(++line, "%127[^>+]+", function) == 1 &&
			 line[strlen(function)] == '+';
	} while (line && !within);
	if (!within)
		return;
	if (!inlined->nr)
		append(&inlined->place, "%s:%u", after(file, "../tree/") ?: file, nr);
	add(inlined, function);
}

/**
 * view_inlined() - the functions in whose code gdb finds others, a line of view_points() each
 *
 * Standard input has =NAME for each function, and behind it what gdb says to 'info line NAME'.
 */
int view_inlined(int argc, char **argv)
{
	struct inlined inlined = {};
	char *line = NULL;
	size_t size = 0;

	(void)argc;
	(void)argv;
	begin(&inlined, "");
	while (getline(&line, &size, stdin) > 0) {
		line[strcspn(line, "\n")] = '\0';
		if (*line == '=') {
			print(&inlined);
			begin(&inlined, line + 1);
		} else {
			read_line(&inlined, line);
		}
	}
	print(&inlined);
	free(line);
	return AS_IT_SHOULD;
}
