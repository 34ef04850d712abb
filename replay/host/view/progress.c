// SPDX-License-Identifier: GPL-2.0
/*
 * Show how far make is. On a terminal one line changes in place. Elsewhere, such as in a CI log,
 * there is a line a minute, even if the compiler prints nothing.
 */
#include <ctype.h>
#include <errno.h>
#include <poll.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "text.h"
#include "util.h"
#include "view.h"

struct progress {
	const char *what;
	FILE *log;
	bool terminal;
	double interval; /* in seconds; of lines that stay */
	double begun, told;
	unsigned int nr; /* of files */
	struct text line, at; /* what is read, and the last file */
};

static void tell_terminal(const struct progress *progress)
{
	struct text text = {};

	append(&text, "%s: %u %s", progress->what, progress->nr, progress->at.bytes);
	tell_in_line(text.bytes);
	free(text.bytes);
}

static void tell_log(struct progress *progress)
{
	double now = seconds();

	if (now - progress->told < progress->interval)
		return;
	progress->told = now;
	fprintf(stderr, "%s: %u files after %.0f s, now %s\n", progress->what, progress->nr,
		now - progress->begun, progress->at.bytes);
}

/* make's short form: "  CC      mm/shmem.o". */
static void take_line(struct progress *progress)
{
	const char *line = progress->line.bytes, *file = strrchr(line, ' ');

	if (strncmp(line, "  ", 2) || !isupper((unsigned char)line[2]))
		return;
	progress->nr++;
	clear(&progress->at);
	append_string(&progress->at, file + 1);
	if (progress->terminal)
		tell_terminal(progress);
}

static void take(struct progress *progress, const char *bytes, size_t length)
{
	if (fwrite(bytes, 1, length, progress->log) != length || fflush(progress->log))
		die("cannot write what make says: %s", strerror(errno));
	for (; length; bytes++, length--) {
		if (*bytes != '\n') {
			append_bytes(&progress->line, bytes, 1);
			continue;
		}
		take_line(progress);
		clear(&progress->line);
	}
}

/* Until the next line is due. */
static int wait_for_input(const struct progress *progress)
{
	struct pollfd input = { .fd = STDIN_FILENO, .events = POLLIN };
	double rest = progress->told + progress->interval - seconds();

	return poll(&input, 1, progress->terminal ? -1 : max((int)(rest * 1000) + 1, 0));
}

/**
 * view_progress() - write the output of make to a log, and how far it is to standard error
 */
int view_progress(int argc, char **argv)
{
	struct progress progress = {
		.what = argv[0],
		.log = opened(argv[1], "a"),
		.terminal = isatty(STDERR_FILENO),
		.interval = argc > 2 ? strtod(argv[2], NULL) : 60,
		.begun = seconds(),
	};
	char bytes[4096];

	progress.told = progress.begun;
	clear(&progress.line);
	append_string(&progress.at, "nothing yet");
	for (;;) {
		ssize_t length = 0;

		if (wait_for_input(&progress) > 0) {
			length = read(STDIN_FILENO, bytes, sizeof(bytes));
			if (length <= 0)
				break;
		}
		take(&progress, bytes, length);
		if (!progress.terminal)
			tell_log(&progress);
	}
	if (progress.terminal) {
		tell_in_line("");
		fputc('\r', stderr);
	}
	closed(progress.log, argv[1]);
	return AS_IT_SHOULD;
}
