// SPDX-License-Identifier: GPL-2.0
#include <getopt.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "guest.h"
#include "options.h"
#include "frontier.h"
#include "util.h"

struct options options = {
	.bound = 2,
	.seed = 1,
	.jobs = 1,
	.parts = 1,
	.out = ".",
	.title = "uml-replay run",
	.version = "",
	.points = "",
};

/* Where the value of each goes. */
static const struct field {
	const char *name;
	unsigned long *number;
	const char **text;
	bool *flag;
} fields[] = {
	{ .name = "bound", .number = &options.bound },
	{ .name = "random", .number = &options.random },
	{ .name = "pct", .number = &options.pct },
	{ .name = "seed", .number = &options.seed },
	{ .name = "executions", .number = &options.executions },
	{ .name = "hang", .number = &options.hang },
	{ .name = "jobs", .number = &options.jobs },
	{ .name = "parts", .number = &options.parts },
	{ .name = "fresh", .flag = &options.fresh },
	{ .name = "rehearse", .flag = &options.rehearse },
	{ .name = "leaves", .flag = &options.leaves },
	{ .name = "plain", .flag = &options.plain },
	{ .name = "stats", .flag = &options.stats },
	{ .name = "first", .flag = &options.first },
	{ .name = "log", .text = &options.log },
	{ .name = "state", .text = &options.state },
	{ .name = "from", .text = &options.from },
	{ .name = "split", .text = &options.split },
	{ .name = "out", .text = &options.out },
	{ .name = "title", .text = &options.title },
	{ .name = "case", .text = &options.program_case },
	{ .name = "version", .text = &options.version },
	{ .name = "points", .text = &options.points },
	{ .name = "known" }, /* may be repeated */
};

static unsigned long number(const char *option, const char *text)
{
	char *end;
	unsigned long value = strtoul(text, &end, 10);

	if (!strcmp(option, "bound") && !strcmp(text, "all"))
		return LEVELS_MAX - 1;
	if (!*text || *end)
		die("--%s takes a number, and '%s' is not one", option, text);
	return value;
}

static void read_option(const struct field *field, const char *value)
{
	if (field->flag) {
		*field->flag = true;
	} else if (field->number) {
		*field->number = number(field->name, value);
	} else if (field->text) {
		*field->text = value;
	} else {
		if (options.nr_known == KNOWN_MAX)
			die("--known can be given %d times", KNOWN_MAX);
		options.known[options.nr_known++] = value;
	}
}

/**
 * options_read() - parse the command line into options
 * @argc: of main()
 * @argv: of main(); it must live as long as options
 *
 * Bad values and combinations end in die(). For an unknown option getopt_long() prints the message.
 */
void options_read(int argc, char **argv)
{
	struct option names[ARRAY_SIZE(fields) + 1] = {};
	int option, index;

	for (size_t i = 0; i < ARRAY_SIZE(fields); i++)
		names[i] = (struct option){ .name = fields[i].name, .has_arg = !fields[i].flag };
	while ((option = getopt_long(argc, argv, "+", names, &index)) != -1) {
		if (option == '?')
			exit(BROKEN);
		read_option(&fields[index], optarg);
	}
	options.command = argv + optind;
	if (options.bound >= LEVELS_MAX)
		die("--bound takes a number up to %d, or 'all', and not %lu", LEVELS_MAX - 1,
		    options.bound);
	if (!options.jobs || options.jobs > GUESTS_MAX)
		die("--jobs takes a number from 1 to %d, and not %lu", GUESTS_MAX, options.jobs);
	if (!*options.command)
		die("run it as uml-replay explore");
	if (options.random && (options.split || options.from || options.state || options.nr_known))
		die("--random cannot be combined with --split, --from, --state or --known");
}
