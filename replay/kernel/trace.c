// SPDX-License-Identifier: GPL-2.0
/*
 * What leaves the guest: the trace and the results, each on a file descriptor
 * of the host that the command line names. Written at once, with no device and
 * no buffer between, so that a panic in the next line loses nothing, and
 * without reading the clock, so that a trace moves no timer.
 */
#include <linux/irqflags.h>
#include <linux/kernel.h>
#include <linux/ktime.h>
#include <linux/moduleparam.h>

#include <os.h>

#include "internal.h"

static int trace_fd = -1;
core_param(replay_trace, trace_fd, int, 0);

static int results_fd = -1;
core_param(replay_results, results_fd, int, 0);

static int stacks_fd = -1;
core_param(replay_stacks, stacks_fd, int, 0);

static unsigned int trace_lines;

static void write_all(int fd, const char *buf, int len)
{
	while (fd >= 0 && len > 0) {
		int n = os_write_file(fd, buf, len);

		/*
		 * A full disk: the host finds the file without its last line
		 * and calls the run BROKEN.
		 */
		if (n <= 0)
			return;
		buf += n;
		len -= n;
	}
}

/* @line has room for REPLAY_LINE_MAX; @len is that of what is said, which may be too long for it. */
static void write_line(int fd, char *line, int len)
{
	if (len >= REPLAY_LINE_MAX)
		replay_broken("a line of %d bytes, and there is room for %d: %.64s", len,
			      REPLAY_LINE_MAX, line);
	line[len++] = '\n';
	write_all(fd, line, len);
}

/* Virtual ns. With interrupts off user-mode Linux does not advance its clock by the reading. */
u64 replay_now(void)
{
	unsigned long flags;
	u64 now;

	local_irq_save(flags);
	now = ktime_get_mono_fast_ns();
	local_irq_restore(flags);
	return now;
}

/**
 * replay_trace() - one line: number, virtual time in ns, actor, event, details
 * @actor: who did it; NULL for nobody
 * @event: one word
 * @fmt: what is to be said of it; NULL for nothing
 *
 * Context: Any.
 */
void replay_trace(const struct replay_actor *actor, const char *event, const char *fmt, ...)
{
	bool inside = replay_inside;
	static char line[REPLAY_LINE_MAX]; /* too much for the stack */
	unsigned long flags;
	va_list args;
	int len;

	if (trace_fd < 0)
		return;
	replay_inside = true;
	local_irq_save(flags);
	len = snprintf(line, sizeof(line), "%u %llu %s %s%s", ++trace_lines, replay_now(),
		       actor ? actor->name : "-", event, fmt ? " " : "");
	if (fmt) {
		va_start(args, fmt);
		len += vsnprintf(line + len, sizeof(line) - len, fmt, args);
		va_end(args);
	}
	write_line(trace_fd, line, len);
	local_irq_restore(flags);
	replay_inside = inside;
}

#define OBJECTS_MAX 256

/*
 * An address depends on the compiler, and on what was allocated before. What the race is about
 * is told by numbers, from 1, in the order in which the trace comes to them.
 */
static unsigned int number_of(const void *object)
{
	static const void *objects[OBJECTS_MAX];
	static unsigned int nr;
	unsigned int i;

	for (i = 0; i < nr; i++)
		if (objects[i] == object)
			return i + 1;
	if (nr == OBJECTS_MAX)
		replay_broken("the trace has more than %d objects", OBJECTS_MAX);
	objects[nr++] = object;
	return nr;
}

/* @at is the label or function; a fact that is not known there is left out, and so is that it may sleep there. */
void replay_trace_facts(const struct replay_actor *actor, const char *event, const char *at,
			const struct replay_facts *facts)
{
	char text[256];
	int len;

	if (trace_fd < 0)
		return;
	len = scnprintf(text, sizeof(text), "%s", at);
	if (facts->page)
		len += scnprintf(text + len, sizeof(text) - len, " page=%u",
				 number_of(facts->page));
	if (facts->entry)
		len += scnprintf(text + len, sizeof(text) - len, " entry=0x%lx", facts->entry);
	if (facts->mapping)
		len += scnprintf(text + len, sizeof(text) - len, " mapping=%u index=%lu",
				 number_of(facts->mapping), facts->index);
	if (facts->object)
		len += scnprintf(text + len, sizeof(text) - len, " object=%u",
				 number_of(facts->object));
	if (facts->value)
		len += scnprintf(text + len, sizeof(text) - len, " value=%ld", facts->value);
	if (replay_in_atomic())
		len += scnprintf(text + len, sizeof(text) - len, " atomic");
	replay_trace(actor, event, "%s", text);
}

/* What the guest says of the outcome, as it stands. */
void replay_result(const char *text, size_t len)
{
	if (replay_exploring)
		replay_order_result(text, len);
	else
		write_all(results_fd, text, len);
}

/* A line of where the actors are. */
void replay_stack_line(const char *fmt, ...)
{
	static char line[REPLAY_LINE_MAX];
	va_list args;
	int len;

	va_start(args, fmt);
	len = vsnprintf(line, sizeof(line), fmt, args);
	va_end(args);
	write_line(stacks_fd, line, len);
}

/* A line of the results that the kernel itself says. */
void replay_report(const char *fmt, ...)
{
	static char line[REPLAY_LINE_MAX + 1];
	va_list args;
	int len;

	va_start(args, fmt);
	len = vsnprintf(line, REPLAY_LINE_MAX, fmt, args);
	va_end(args);
	if (len >= REPLAY_LINE_MAX)
		replay_broken("a result of %d bytes, and there is room for %d", len,
			      REPLAY_LINE_MAX);
	line[len++] = '\n';
	line[len] = '\0';
	replay_result(line, len);
}
