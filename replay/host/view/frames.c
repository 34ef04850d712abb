// SPDX-License-Identifier: GPL-2.0
/*
 * The frames of a stack, without those that tell a reader nothing: how the stack was written down,
 * how the actor is held or sleeps, and how it came into the kernel.
 */
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "abi/reports.h"
#include "abi/entry.h"
#include "file.h"
#include "util.h"
#include "view.h"

#define REPORT_MAX 10 /* lines of a report: the first say what is wrong, and where */
#define REPORTS_MAX 3 /* reports that have so many; the others have their first */
#define FREED_MAX \
	6 /* lines of it on who has freed the memory, which says more than how it was used */

static bool has_any(const char *line, const char *const *words)
{
	for (; *words; words++)
		if (strstr(line, *words))
			return true;
	return false;
}

/* __do_sys_read, __se_sys_read. */
static bool is_of_system_call(const char *function)
{
	function += strspn(function, "_");
	return after(function, "do_sys_") || after(function, "se_sys_");
}

/*
 * Folders whose functions are no part of the race. In those of the tool and of KASAN, an actor comes to a point,
 * and an access of memory is watched: gdb does not stop there (gdb/debug.gdb). In the others an actor sleeps, or
 * comes into the kernel. The kernel part, which knows no files, goes by names (is_plumbing() of kernel/diagnose.c); of
 * these, the functions of abi/entry.h lie in these folders.
 */
static const char *const of_points[] = { "/tree/kernel/replay/", "/tree/include/linux/replay",
					 "/tree/mm/kasan/", NULL };
static const char *const of_entry[] = { "/tree/kernel/sched/", "/tree/arch/um/", NULL };

/* shmem_fault at /replay/tree/mm/shmem.c:2173 (discriminator 3); of an inlined one behind words that say so. */
static void print_frame(char *line)
{
	const char *function = after(line, " (inlined by) ") ?: line;
	char *at = strstr(line, " at "), *file;

	line[strcspn(line, "\n")] = '\0';
	file = at ? strstr(at, "/tree/") : NULL;
	if (!file || has_any(file, of_points) || has_any(file, of_entry) ||
	    is_of_system_call(function))
		return;
	*at = '\0';
	file += strlen("/tree/");
	printf("%s()\t%.*s\n", function, (int)strcspn(file, " "), file);
}

/**
 * view_frames() - the frames of a stack, FUNCTION() and FILE:LINE
 *
 * Standard input has them as addr2line -ifp says them.
 */
int view_frames(int argc, char **argv)
{
	char *line = NULL;
	size_t size = 0;

	(void)argc;
	(void)argv;
	while (getline(&line, &size, stdin) > 0)
		print_frame(line);
	free(line);
	return AS_IT_SHOULD;
}

/**
 * view_plumbing() - of whose functions gdb shows nothing: what their paths have, a line each
 */
int view_plumbing(int argc, char **argv)
{
	(void)argc;
	(void)argv;
	for (unsigned int i = 0; of_points[i]; i++)
		puts(of_points[i]);
	return AS_IT_SHOULD;
}

/* "[    0.010000] WARNING: " */
static const char *behind_time(const char *line)
{
	const char *end = *line == '[' ? strstr(line, "] ") : NULL;

	return end ? end + 2 : line;
}

static bool begins_report(const char *line)
{
	static const char *const begins[] = { REPLAY_REPORT_BEGINS };

	line = behind_time(line);
	for (unsigned int i = 0; i < ARRAY_SIZE(begins); i++)
		if (after(line, begins[i]))
			return true;
	return false;
}

static bool tells_nothing(const char *line)
{
	static const char *const plumbing[] = {
		" ? ",
		"show_stack",
		"dump_stack",
		"print_address_desc",
		"print_report",
		"kasan_",
		"__asan_",
		"save_stack_trace",
		"stack_trace_save",
		"__warn",
		"warn_slowpath",
		"INFO: lockdep is turned off",
		"_handler+",
		"] CPU: ",
		REPLAY_ENTRY_FUNCTIONS,
		NULL,
	};
	size_t length = strlen(line);

	while (length && line[length - 1] == ' ')
		length--;
	return has_any(line, plumbing) || (length && line[length - 1] == ']');
}

/* Without the time, and without addresses: "[<0000000060019d3c>] ". */
static void print_line(const char *line)
{
	const char *address;

	printf("    ");
	for (line = behind_time(line); (address = strstr(line, "[<"));) {
		const char *end = strstr(address, ">]");

		if (!end)
			break;
		printf("%.*s", (int)(address - line), line);
		line = end + 2;
	}
	puts(line);
}

/* Where the boot is over: what a kernel reports before that is no matter of the race. */
static char *behind_boot(char *console)
{
	char *init = strstr(console, "] Run /init as init process");

	return init ?: console;
}

/**
 * view_report() - what the kernel has reported on its console behind its boot, on a screen: nothing where it has not
 */
int view_report(int argc, char **argv)
{
	char *line, *rest = behind_boot(file_need(argv[0], "the console", NULL));
	unsigned int reports = 0, nr = 0, freed = 0;
	bool in_stack = false;

	(void)argc;
	while ((line = next_line(&rest))) {
		if (tells_nothing(line))
			continue;
		if (begins_report(line)) {
			reports++;
			nr = freed = 0;
			in_stack = false;
		}
		if (!reports)
			continue;
		in_stack |= strstr(line, "] Stack:") != NULL;
		if (in_stack) {
			in_stack = !strstr(line, "] Call Trace:");
			continue;
		}
		if (reports <= REPORTS_MAX && strstr(line, "Freed by task"))
			freed = FREED_MAX;
		if (nr++ < (reports <= REPORTS_MAX ? REPORT_MAX : 1) || freed)
			print_line(line);
		freed -= !!freed;
	}
	return AS_IT_SHOULD;
}
