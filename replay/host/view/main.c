// SPDX-License-Identifier: GPL-2.0
#include <errno.h>
#include <stdio.h>
#include <string.h>

#include "events.h"
#include "util.h"
#include "view.h"

static int view_events(int argc, char **argv)
{
	(void)argc;
	(void)argv;
	events_document();
	return AS_IT_SHOULD;
}

static const struct command {
	const char *name, *arguments;
	int least; /* arguments */
	int (*run)(int argc, char **argv);
} commands[] = {
	{ "timeline", "[--full] [--rows] [--but-why] TRACE [OUTCOME]", 1, view_timeline },
	{ "lanes", "TRACE [STACKS]", 1, view_lanes },
	{ "stacks", "STACKS [ACTOR]", 1, view_stacks },
	{ "modules", "STACKS", 1, view_modules },
	{ "step", "TRACE", 1, view_step },
	{ "diff", "[--full] NAMES RUN_A NAME_A RUN_B NAME_B", 5, view_diff },
	{ "both", "OUTCOME OUTCOME", 2, view_both },
	{ "table", "RUN...", 1, view_table },
	{ "matrix", "[--markdown] CELLS", 1, view_matrix },
	{ "cells", "html|markdown KERNEL CELLS", 3, view_cells },
	{ "words", "RUN", 1, view_words },
	{ "outcome", "EXPECTED OUTCOME", 2, view_outcome },
	{ "differs", "EXPECTED OUTCOME", 2, view_differs },
	{ "value", "OUTCOME [NAME]", 1, view_value },
	{ "defined", "OUTCOME", 1, view_defined },
	{ "failed", "OUTCOME", 1, view_failed },
	{ "config-needs", "TREE CONFIG CONFIG_OPTION=VALUE...", 3, view_config_needs },
	{ "points", "TABLE [TRACE EVENT...]", 1, view_points },
	{ "contexts", "RESULTS", 1, view_contexts },
	{ "inlined", "<OF-GDB", 0, view_inlined },
	{ "frames", "<OF-ADDR2LINE", 0, view_frames },
	{ "plumbing", "", 0, view_plumbing },
	{ "report", "CONSOLE", 1, view_report },
	{ "said", "TRACE EVENT...", 2, view_said },
	{ "without", "TRACE EVENT...", 2, view_without },
	{ "steps", "TRACE", 1, view_steps },
	{ "called", "ROOM LEAVE_OUT FUNCTIONS TRACE...", 4, view_called },
	{ "shared", "ROOM LEAVE_OUT FUNCTIONS TRACE...", 4, view_shared },
	{ "progress", "WHAT LOG [SECONDS]", 2, view_progress },
	{ "judge", "TOOL", 1, view_judge },
	{ "why", "RESULTS", 1, view_why },
	{ "stamp", "TOOL RESULT", 2, view_stamp },
	{ "schedule", "FILE KERNEL_DIR NAMES ACTORS DIRECTOR SHARED [STOP]", 6, view_schedule },
	{ "verbs", "", 0, view_verbs },
	{ "here", "KERNEL_DIR NAMES FUNCTION...", 2, view_here },
	{ "nearest", "KERNEL_DIR FUNCTION", 2, view_nearest },
	{ "nearest-of", "WORD NAME...", 1, view_nearest_of },
	{ "pack", "NAME TYPE FSCK FILE", 4, view_pack },
	{ "unpack", "FILE", 1, view_unpack },
	{ "events", "", 0, view_events },
};

/**
 * view_print() - write a text to standard output
 * @text: which
 */
void view_print(const struct text *text)
{
	fwrite(text->bytes, 1, text->length, stdout);
}

static int usage(void)
{
	for (unsigned int i = 0; i < ARRAY_SIZE(commands); i++)
		fprintf(stderr, "usage: view %s %s\n", commands[i].name, commands[i].arguments);
	return BROKEN;
}

int main(int argc, char **argv)
{
	program_name = "replay/host/view";
	for (unsigned int i = 0; argc > 1 && i < ARRAY_SIZE(commands); i++) {
		const struct command *command = &commands[i];
		int status;

		if (strcmp(argv[1], command->name) || argc - 2 < command->least)
			continue;
		status = command->run(argc - 2, argv + 2);
		if (fflush(stdout) || ferror(stdout))
			die("cannot write what %s shows: %s", command->name, strerror(errno));
		return status;
	}
	return usage();
}
