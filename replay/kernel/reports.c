// SPDX-License-Identifier: GPL-2.0
/*
 * Reports: this console driver turns what the kernel prints about an error into events of the
 * trace: a WARN, a BUG, an oops, a finding of KASAN or lockdep, and any message with a stack
 * dump.
 *
 * The kernel calls a console driver with the console lock held, so one line at a time.
 */
#include <linux/console.h>
#include <linux/kernel.h>
#include <linux/string.h>

#include "abi/reports.h"
#include "actors.h"
#include "context.h"
#include "director.h"
#include "reports.h"
#include "sink.h"

#define LINE_SIZE (REPLAY_LINE_MAX / 2) /* a longer line is cut, and ends with '...' */

static char last[LINE_SIZE]; /* the line before */
static bool said; /* the trace has the report that is being printed */
static char wanted[LINE_SIZE]; /* the begin of a line about the next function that is no allocator */

/* Skips the time: "[    0.000000] ". */
static const char *behind_time(const char *line)
{
	const char *end;

	if (*line != '[')
		return line;
	end = strstr(line, "] ");
	return end ? end + 2 : line;
}

static bool begins(const char *line, const char *const *words)
{
	for (; *words; words++)
		if (!strncmp(line, *words, strlen(*words)))
			return true;
	return false;
}

static bool begins_report(const char *line)
{
	static const char *const words[] = { REPLAY_REPORT_BEGINS, NULL };

	return begins(line, words);
}

/* Differs from compiler to compiler: "+0x1f/0x60", and the suffix for a part of a function. */
static bool is_of_compiler(const char *text)
{
	static const char *const words[] = {
		"+0x", ".constprop.", ".isra.", ".part.", ".cold", NULL,
	};

	return begins(text, words);
}

/* Adds a line to the trace, without the number of the CPU: there is one. */
static void say(const char *text)
{
	static char line[LINE_SIZE]; /* too much for the stack */
	const char *from = text;
	size_t len = 0;

	while (*from && len < sizeof(line) - 1) {
		if (is_of_compiler(from))
			from += strcspn(from, " ");
		else if (!strncmp(from, "CPU: ", 5) && strstr(from, " at "))
			from = strstr(from, " at ") + 4;
		else
			line[len++] = *from++;
	}
	while (len && line[len - 1] == ' ')
		len--;
	line[len] = '\0';
	replay_trace(replay_actor_here(), REPLAY_EVENT_report, "%s", line);
}

/* A stack follows "Freed by task 31:". Remembers the actor of that task, or its number. */
static void want_function(const char *line)
{
	const char *word = !strncmp(line, "Freed", 5) ? "freed" : "allocated";
	unsigned int i, pid;

	if (sscanf(strstr(line, " by task ") + 9, "%u", &pid) != 1)
		return;
	snprintf(wanted, sizeof(wanted), "%s by task %u in ", word, pid);
	for (i = 0; i < replay_nr_actors; i++)
		if (replay_actors[i].task && replay_actors[i].task->pid == pid)
			snprintf(wanted, sizeof(wanted), "%s by %s in ", word,
				 replay_actors[i].name);
}

/* Functions of KASAN, and of the allocator that it watches. */
static bool is_allocator(const char *function)
{
	static const char *const words[] = {
		"kasan_",	"__kasan_",	    "____kasan_", "save_stack",
		"__save_stack", "stack_trace_save", "set_track",  "kmem_",
		"kmalloc",	"__kmalloc",	    "kfree",	  "__kmem_",
		"slab_",	"__slab_",	    "___slab_",	  "kvmalloc",
		"kvfree",	"__kvmalloc",	    "kzalloc",	  "kcalloc",
		"krealloc",	"poison_",	    "unpoison_",  NULL,
	};

	return begins(function, words);
}

static void read_line(const char *line)
{
	static const char *const by_whom[] = { "Freed by task ", "Allocated by task ", NULL };
	static char text[2 * LINE_SIZE]; /* too much for the stack */

	line = behind_time(line);
	if (begins_report(line)) {
		say(line);
		said = true;
	} else if (!strncmp(line, "CPU: ", 5)) {
		/* A stack dump follows. A panic has an event of its own. */
		if (!said && strncmp(last, "Kernel panic", 12))
			say(last);
		said = false;
	} else if (begins(line, by_whom)) {
		want_function(line);
	} else if (*wanted && *line == ' ' && !is_allocator(line + 1)) {
		snprintf(text, sizeof(text), "%s%s", wanted, line + 1);
		say(text);
		*wanted = '\0';
	}
	strscpy(last, line, sizeof(last));
}

static void write(struct console *console, const char *text, unsigned int length)
{
	static char line[LINE_SIZE];
	static size_t len;
	unsigned int i;

	if (!replay_came)
		return;
	for (i = 0; i < length; i++) {
		if (text[i] != '\n') {
			if (len < sizeof(line) - 1)
				line[len++] = text[i];
			continue;
		}
		line[len] = '\0';
		if (len == sizeof(line) - 1)
			memcpy(line + len - 3, "...", 3);
		len = 0;
		read_line(line);
	}
}

/* An execution begins: forget the messages of the one before. */
void replay_reports_begin(void)
{
	said = false;
	*wanted = *last = '\0';
}

static struct console reports = {
	.name = "replay",
	.write = write,
	.flags = CON_ENABLED,
	.index = -1,
};

void __init replay_reports_init(void)
{
	register_console(&reports);
}
