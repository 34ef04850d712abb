// SPDX-License-Identifier: GPL-2.0
/*
 * The sink: everything that leaves the guest goes through here.
 *
 * In a run, events, results and stacks each go to a host file descriptor that the command line
 * names. Each line is written at once, with no device and no buffer between, so a panic in the
 * next line loses nothing.
 *
 * When the host explores, everything goes to one SOCK_SEQPACKET socket instead. A message is sent
 * when the results end, when an execution ends, and when it is full.
 *
 * Neither path advances virtual time.
 */
#include <linux/irqflags.h>
#include <linux/kernel.h>
#include <linux/moduleparam.h>
#include <linux/reboot.h>
#include <linux/string.h>

#include <os.h>

#include "abi/results.h"
#include "context.h"
#include "sink.h"

static int trace_fd = -1;
core_param(replay_trace, trace_fd, int, 0);

static int results_fd = -1;
core_param(replay_results, results_fd, int, 0);

static int stacks_fd = -1;
core_param(replay_stacks, stacks_fd, int, 0);

static int stream_fd = -1;
core_param(replay_explore, stream_fd, int, 0);

static struct replay_message message;

static unsigned int nr_events; /* of this execution */

static const char *const event_words[REPLAY_EVENTS_NR] = {
#define WORD(word, arguments, text) [REPLAY_EVENT_##word] = #word,
	REPLAY_EVENTS(WORD)
#undef WORD
};

static const char *const search_words[REPLAY_SEARCH_EVENTS_NR] = {
#define WORD(word, arguments, text) [REPLAY_SEARCH_##word] = #word,
	REPLAY_SEARCH_EVENTS(WORD)
#undef WORD
};

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

/* Sends the message that is being built to the host. */
void replay_sink_flush(void)
{
	size_t len = message.length;

	if (!len)
		return;
	message.length = 0;
	/* On failure the host must see a guest that ends, not one that lacks events. */
	if (os_write_file(stream_fd, message.bytes, len) != len)
		machine_power_off();
}

/* A line that does not fit goes into the next message; the host joins them. */
static void add_to_message(const char *line, size_t len)
{
	if (message.length + len > sizeof(message.bytes))
		replay_sink_flush();
	memcpy(message.bytes + message.length, line, len);
	message.length += len;
}

/*
 * @line has room for REPLAY_LINE_MAX. @len is the length of the whole text: if it is larger, the
 * line is an error, and is not truncated.
 */
static void write_line(int fd, char *line, int len)
{
	if (len >= REPLAY_LINE_MAX)
		replay_broken("a line of %d bytes, and there is room for %d: %.64s", len,
			      REPLAY_LINE_MAX, line);
	line[len++] = '\n';
	if (fd >= 0)
		write_all(fd, line, len);
	else
		add_to_message(line, len);
}

/* One line: number, virtual time in ns, actor, event, arguments. */
static void write_event(const struct replay_actor *actor, const char *word, const char *fmt,
			va_list args)
{
	static char line[REPLAY_LINE_MAX]; /* too much for the stack */
	bool inside = replay_inside, watching;
	unsigned long flags;
	int len;

	replay_inside = true;
	watching = replay_unwatch();
	local_irq_save(flags);
	len = snprintf(line, sizeof(line), "%u %llu %s %s%s", nr_events, replay_now(),
		       actor ? actor->name : "-", word, fmt ? " " : "");
	if (fmt)
		len += vsnprintf(line + len, sizeof(line) - len, fmt, args);
	write_line(trace_fd, line, len);
	local_irq_restore(flags);
	replay_watch_again(watching);
	replay_inside = inside;
}

/**
 * replay_trace() - write an event of the trace
 * @actor: the actor that did it; NULL for none
 * @event: the event
 * @fmt: its arguments; NULL for none
 *
 * Context: Any.
 */
void replay_trace(const struct replay_actor *actor, enum replay_event event, const char *fmt, ...)
{
	va_list args;

	if (trace_fd < 0 && stream_fd < 0)
		return;
	nr_events++;
	va_start(args, fmt);
	write_event(actor, event_words[event], fmt, args);
	va_end(args);
}

unsigned int replay_turn;

/* A step in which an actor goes round for ever would fill the disk of the host. */
#define RECORDED_MAX 100000

/**
 * replay_trace_more() - may this step have another event of a kind that is recorded?
 * @recorded: how many it has had
 * @actor: whose event it is
 * @what: what these events are, in words
 *
 * Instead of the first one too many, the trace has an event that says so.
 *
 * Context: Any.
 */
bool replay_trace_more(struct replay_recorded *recorded, const struct replay_actor *actor,
		       const char *what)
{
	if (recorded->turn != replay_turn) {
		recorded->turn = replay_turn;
		recorded->nr = 0;
	}
	if (recorded->nr > RECORDED_MAX)
		return false;
	if (recorded->nr++ < RECORDED_MAX)
		return true;
	replay_trace(actor, REPLAY_EVENT_unrecorded, "the %s behind the first %d of this step",
		     what, RECORDED_MAX);
	return false;
}

/**
 * replay_search() - write an event for an exploration, which is no part of the trace
 * @actor: as of replay_trace()
 * @event: the event
 * @fmt: as of replay_trace()
 *
 * Its number is that of the event before.
 *
 * Context: Any.
 */
void replay_search(const struct replay_actor *actor, enum replay_search_event event,
		   const char *fmt, ...)
{
	va_list args;

	if (stream_fd < 0)
		return;
	va_start(args, fmt);
	write_event(actor, search_words[event], fmt, args);
	va_end(args);
}

#define OBJECTS_MAX 256

static const void *objects[OBJECTS_MAX];
static unsigned int nr_objects;

/*
 * An address depends on the compiler, and on earlier allocations. So the trace has numbers for
 * objects, from 1, in the order in which they appear in it.
 */
static unsigned int number_of(const void *object)
{
	unsigned int i;

	for (i = 0; i < nr_objects; i++)
		if (objects[i] == object)
			return i + 1;
	if (nr_objects == OBJECTS_MAX)
		replay_broken("the trace has more than %d objects", OBJECTS_MAX);
	objects[nr_objects++] = object;
	return nr_objects;
}

/* A fact of 0 is unknown, and is left out; but a VALUE or an INDEX may be 0. */
static bool is_known(const struct replay_fact *fact)
{
	return fact->value || fact->kind == REPLAY_KIND_VALUE || fact->kind == REPLAY_KIND_INDEX;
}

/* The value of a fact in a trace, which must not depend on addresses. */
static unsigned long value_of(const struct replay_fact *fact)
{
	switch (fact->kind) {
	case REPLAY_KIND_OBJECT:
	case REPLAY_KIND_CONTAINER:
		return number_of((const void *)fact->value);
	case REPLAY_KIND_ERROR:
		return -fact->value;
	default:
		return fact->value;
	}
}

/**
 * replay_trace_facts() - write an event with the facts of the actor's point
 * @actor: the actor that did it
 * @event: the event
 *
 * Context: Any.
 */
void replay_trace_facts(const struct replay_actor *actor, enum replay_event event)
{
	static const char *const formats[] = {
#define FORMAT(kind, format, text) [REPLAY_KIND_##kind] = " %s=" format,
		REPLAY_KINDS(FORMAT)
#undef FORMAT
	};
	const struct replay_fact *fact;
	char text[REPLAY_LINE_MAX / 2];
	int len;

	if (trace_fd < 0 && stream_fd < 0)
		return;
	len = scnprintf(text, sizeof(text), "%s", actor->at);
	for (fact = actor->facts; fact->name; fact++)
		if (is_known(fact))
			len += scnprintf(text + len, sizeof(text) - len, formats[fact->kind],
					 fact->name, value_of(fact));
	if (replay_in_atomic())
		len += scnprintf(text + len, sizeof(text) - len, " atomic");
	if (len == sizeof(text) - 1)
		replay_broken("the label '%s' knows more than %zu bytes can say", actor->at,
			      sizeof(text));
	replay_trace(actor, event, "%s", text);
}

static bool begins(const char *line, const char *word)
{
	return !strncmp(line, word, strlen(word));
}

/*
 * Results of the guest, in whole lines. The last line of an execution also sends the message,
 * before the guest tries to undo the execution.
 */
void replay_result(const char *text, size_t len)
{
	bool is_last = false;
	const char *line, *end;

	if (stream_fd < 0) {
		write_all(results_fd, text, len);
		return;
	}
	for (line = text; line < text + len; line = end + 1) {
		end = strchrnul(line, '\n');
		replay_search(NULL, REPLAY_SEARCH_result, "%.*s", (int)(end - line), line);
		is_last |= begins(line, REPLAY_RESULT_PLAN) || begins(line, REPLAY_RESULT_BAIL_OUT);
	}
	if (is_last)
		replay_sink_flush();
}

/* Writes a line to the file of stacks. */
void replay_stack_line(const char *fmt, ...)
{
	static char line[REPLAY_LINE_MAX];
	va_list args;
	int len;

	if (stacks_fd < 0)
		return;
	va_start(args, fmt);
	len = vsnprintf(line, sizeof(line), fmt, args);
	va_end(args);
	write_line(stacks_fd, line, len);
}

/* Writes a line of the results that comes from the kernel itself. */
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

/* An execution and its trace begin: numbers and time count from here. */
void replay_sink_begin(void)
{
	nr_events = nr_objects = 0;
	replay_time_begin();
}

/* The guest has come up. The host learns where to read what is not sent, if the guest hangs. */
void replay_sink_boot(void)
{
	replay_search(NULL, REPLAY_SEARCH_boot, REPLAY_BOOT_FORMAT, (unsigned long)&message);
	replay_sink_flush();
}

/* Does the host explore, and answer? */
bool replay_sink_is_socket(void)
{
	return stream_fd >= 0;
}

/**
 * replay_sink_ask() - send everything that was written, and wait for the host's answer
 * @answer: gets the answer, one message
 * @size: of @answer; a longer message is truncated, and then lacks its new line
 *
 * Return: the length of the answer; 0 or less if there is none.
 *
 * Context: Any; the whole guest stands still until the host answers.
 */
int replay_sink_ask(char *answer, size_t size)
{
	replay_sink_flush();
	return os_read_file(stream_fd, answer, size);
}
