// SPDX-License-Identifier: GPL-2.0
/*
 * The host's half of exploring: which order is next, what came of it, and what
 * that leaves to be done. The guests run them, one after the other in one boot,
 * as many guests at a time as there are processors.
 *
 * An order is a digit for each place of choice: the actor that is let there. One
 * that has been run says who else could have been let at each of its places, so it
 * leads to further ones; each is come to in exactly one way. Those with fewer
 * preemptive switches come first: a switch is preemptive where the actor that ran
 * could have gone on.
 *
 * Two orders come to the same where each stretch comes behind the same ones that it
 * depends on. So what an order leads to behind a place is left out where another was
 * in that state before: whatever can come from there comes from the other, if that
 * needs no more preemptive switches. (Sleep sets and persistent sets, the usual ways,
 * lose orders where those are bounded.)
 */
#define _GNU_SOURCE
#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <getopt.h>
#include <poll.h>
#include <sched.h>
#include <signal.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#define GUESTS_MAX 64
#define LEVELS_MAX 64
#define ACTORS_MAX 8
#define RECORD_MAX (64 * 1024)
#define CHOICES_MAX 1024
#define OTHERS_MAX 1024

#define ARRAY_SIZE(array) (sizeof(array) / sizeof((array)[0]))

enum { AS_IT_SHOULD = 0, FAILED = 1, BROKEN = 2 };

/* What is asked for. */
static unsigned int bound = 2, nr_guests = 1;
static unsigned long orders_max; /* 0: all */
static unsigned long random_orders;
static unsigned int pct_depth; /* 0: each choice at random */
static unsigned long seed = 1;
static unsigned long hang_seconds = 10; /* of processor time */
static bool fresh; /* a boot for each order */
static bool plain; /* nothing is left out */
static const char *out = ".";
static const char *points = "";
static const char *title = "replay/run"; /* how a schedule is run */
static const char *split; /* what is left goes to files of this name */
static unsigned int parts = 1;
static bool only_some; /* of the orders: those of a part */
static FILE *log_file, *state_file;
static char **command;
static char *actor_names[ACTORS_MAX];
static unsigned int nr_actors;

static volatile sig_atomic_t interrupted;

struct text {
	char *bytes;
	size_t length, size;
};

struct order {
	char *choices;
	unsigned int cost; /* preemptive switches */
};

static struct level {
	struct order *orders;
	/* Those before taken are done, and those before first are given. */
	size_t taken, first, end, size;
} levels[LEVELS_MAX];

struct choice {
	char kind; /* begin, point, sleep, finish, wake */
	unsigned int actor, let;
	unsigned long able;
};

/* What a guest has handed back. */
struct run {
	const struct order *order;
	struct choice choices[CHOICES_MAX];
	unsigned int nr_choices;
	unsigned long states[CHOICES_MAX]; /* at each choice: a sum of what was done before */
	unsigned long end; /* the same at the end; 0 where it did not come to that */
	unsigned int preemptions, switches;
	bool in_vain; /* it was to wait for a device, and nothing woke it */
	bool dead; /* the guest did not come to its end */
	struct text outcome, schedule, trace;
};

struct outcome {
	char *text;
	unsigned long orders;
	/* Of the simplest order: */
	unsigned int preemptions, switches;
	char *schedule;
	struct choice *choices;
	unsigned int nr_choices;
	bool shrunk; /* the orders that differ from it in one choice have been run */
};

static struct outcome *outcomes;
static unsigned int nr_outcomes;
static bool shrinking; /* what was found at random */

static struct guest {
	pid_t pid;
	int fd;
	unsigned long served; /* orders, in this boot */
	struct job *job; /* NULL: it has nothing to do */
	double heard; /* seconds; when it was given something, or last looked after */
	unsigned long ticks; /* of the processor, when it began to be silent */
} guests[GUESTS_MAX];

/* Whichever guest is first, what came of an order is taken when that of all before it is. */
static struct job {
	struct order order;
	struct text record;
	bool is_done, is_known;
} jobs[4 * GUESTS_MAX];
static unsigned long jobs_taken, jobs_given;

/* Where orders have been, or how one ended. */
static struct seen {
	unsigned long sum; /* 0: nothing is here */
	union {
		/* A state in which an actor could go on, and others, with fewest preemptive switches. */
		struct {
			unsigned int cost;
			unsigned int able;
			bool is_point;
		};
		/* The end. */
		struct {
			unsigned long outcome;
			char *choices;
		};
	};
} * seen;
static size_t nr_seen, seen_slots;
static unsigned long nr_ends;
static char *contradiction; /* orders that end in the same way, and differ in their outcome */

static unsigned long orders_done, orders_in_vain, orders_shrinking, boots, known_used;

/* What was done before, here or elsewhere, by the order that was given. */
static struct known {
	char *choices, *record;
} * known;
static size_t nr_known, known_slots;
static struct timespec begun;

static void __attribute__((format(printf, 1, 2), noreturn)) die(const char *fmt, ...)
{
	va_list args;

	fputs("replay/explore: ", stderr);
	va_start(args, fmt);
	vfprintf(stderr, fmt, args);
	va_end(args);
	fputc('\n', stderr);
	exit(BROKEN);
}

static void *more(void *old, size_t size)
{
	void *memory = realloc(old, size);

	if (!memory)
		die("memory is used up");
	return memory;
}

static char *copy_of(const char *text)
{
	return strcpy(more(NULL, strlen(text) + 1), text);
}

static void append_bytes(struct text *text, const char *bytes, size_t length)
{
	while (text->size < text->length + length + 1) {
		text->size = text->size ? 2 * text->size : 256;
		text->bytes = more(text->bytes, text->size);
	}
	memcpy(text->bytes + text->length, bytes, length);
	text->length += length;
	text->bytes[text->length] = '\0';
}

static void __attribute__((format(printf, 2, 3))) append(struct text *text, const char *fmt, ...)
{
	char line[512];
	va_list args;
	int length;

	va_start(args, fmt);
	length = vsnprintf(line, sizeof(line), fmt, args);
	va_end(args);
	append_bytes(text, line, length < (int)sizeof(line) ? length : (int)sizeof(line) - 1);
}

static void clear(struct text *text)
{
	append_bytes(text, "", 0);
	text->length = 0;
	text->bytes[0] = '\0';
}

static unsigned long hash(const char *text)
{
	unsigned long sum = 14695981039346656037UL;

	while (*text)
		sum = (sum ^ (unsigned char)*text++) * 1099511628211UL;
	return sum;
}

static double seconds(void)
{
	struct timespec now;

	clock_gettime(CLOCK_MONOTONIC, &now);
	return now.tv_sec - begun.tv_sec + (now.tv_nsec - begun.tv_nsec) / 1e9;
}

static unsigned long number(const char *option, const char *text)
{
	char *end;
	unsigned long value = strtoul(text, &end, 10);

	if (!*text || *end)
		die("--%s takes a number, and this is none: '%s'", option, text);
	return value;
}

static FILE *opened(const char *path, const char *mode)
{
	FILE *file = fopen(path, mode);

	if (!file)
		die("cannot open %s: %s", path, strerror(errno));
	return file;
}

/* What was done before. */

static struct known *slot_of(const char *choices)
{
	size_t slot = hash(choices) % known_slots;

	while (known[slot].choices && strcmp(known[slot].choices, choices))
		slot = (slot + 1) % known_slots;
	return &known[slot];
}

static void remember(const char *choices, const char *record)
{
	struct known *old = known, *slot;
	size_t slots = known_slots;

	if (2 * (nr_known + 1) > known_slots) {
		known_slots = slots ? 2 * slots : 1024;
		known = more(NULL, known_slots * sizeof(*known));
		memset(known, 0, known_slots * sizeof(*known));
		for (size_t i = 0; i < slots; i++)
			if (old[i].choices)
				*slot_of(old[i].choices) = old[i];
		free(old);
	}
	slot = slot_of(choices);
	if (slot->choices)
		return;
	slot->choices = copy_of(choices);
	slot->record = copy_of(record);
	nr_known++;
}

/* A file that was being written when its writer was killed may lack an end. */
static long read_known(FILE *file, const char *what)
{
	char choices[CHOICES_MAX + 2], line[2 * CHOICES_MAX], *record;
	size_t length;
	long end = 0;

	if (!fgets(line, sizeof(line), file)) {
		if (ferror(file))
			die("cannot read what is known: %s", strerror(errno));
		return 0;
	}
	if (strncmp(line, "explored ", 9) || strcmp(line + 9, what))
		die("a file of what is known is of other orders: it says '%s', and these are '%s'",
		    strtok(line, "\n"), strtok(copy_of(what), "\n"));
	end = ftell(file);
	while (fgets(line, sizeof(line), file)) {
		choices[0] = '\0';
		if (sscanf(line, "o %zu -%1025s", &length, choices) < 1)
			break;
		record = more(NULL, length + 1);
		if (fread(record, 1, length, file) == length) {
			record[length] = '\0';
			remember(choices, record);
			end = ftell(file);
		}
		free(record);
	}
	return end;
}

/* Orders that are to be run. */

static void push(const char *choices, unsigned int cost)
{
	struct level *level = &levels[cost];

	if (level->end == level->size) {
		level->size = level->size ? 2 * level->size : 64;
		level->orders = more(level->orders, level->size * sizeof(*level->orders));
	}
	level->orders[level->end++] = (struct order){ copy_of(choices), cost };
}

/* The lowest level comes first; a level is done when all of its orders have been taken. */
static bool pop(struct order *order)
{
	for (unsigned int cost = 0; cost <= bound; cost++) {
		struct level *level = &levels[cost];

		if (level->first != level->end) {
			*order = level->orders[level->first++];
			return true;
		}
		/* What runs may lead to orders of this level. */
		if (level->taken != level->end)
			return false;
	}
	return false;
}

/* What a guest has handed back. */

/* In the trace of an order addresses are numbers, as they come: they differ from boot to boot. */
static unsigned int number_of(unsigned long address, unsigned long *seen, unsigned int *nr)
{
	unsigned int i;

	if (!address)
		return 0;
	for (i = 0; i < *nr; i++)
		if (seen[i] == address)
			return i + 1;
	if (*nr < 256)
		seen[(*nr)++] = address;
	return *nr;
}

/* The steps that the actor has made since it was let, up to where another is. */
struct stretch {
	struct text points; /* that it passed, a line each */
	unsigned int sleeps;
};

/* A step for each time that it passed the point before; the last one is where it is held. */
static void write_steps(struct run *run, struct stretch *stretch, const char *actor,
			const char *verb, const char *point)
{
	const char *line = stretch->points.bytes;

	while (line && *line) {
		const char *end = strchr(line, '\n');

		if ((size_t)(end - line) == strlen(point) && !memcmp(line, point, end - line))
			append(&run->schedule, "let %s %s %s\n", actor, verb, point);
		line = end + 1;
	}
}

static void end_stretch(struct run *run, struct stretch *stretch, unsigned int actor, char kind,
			const char *verb, const char *point)
{
	const char *name = actor_names[actor];

	if (kind == 'p') {
		write_steps(run, stretch, name, verb, point);
	} else if (kind == 'f') {
		append(&run->schedule, "let %s finish\n", name);
	} else if (kind == 's') {
		while (stretch->sleeps--)
			append(&run->schedule, "let %s sleep\n", name);
	}
	clear(&stretch->points);
	stretch->sleeps = 0;
}

static unsigned long mixed(unsigned long sum, unsigned long value)
{
	sum = (sum ^ value) * 0x9e3779b97f4a7c15UL;
	return sum ^ sum >> 32;
}

/* What was done, but for the order of what does not depend on each other. */
struct history {
	/* A sum of each, in which are those of all that it depends on. */
	unsigned long stretches[CHOICES_MAX + 1];
	unsigned long last[ACTORS_MAX]; /* the last stretch of each actor */
	unsigned long passed; /* in the stretch in progress */
};

/* @on: the numbers of the stretches that it depends on, or '*' for all. */
static void add_stretch(struct history *history, unsigned int number, unsigned int actor,
			const char *on)
{
	unsigned long sum = mixed(actor + 1, history->last[actor]), others = 0;
	unsigned int other;
	int length;

	for (; sscanf(on, " %u%n", &other, &length) == 1; on += length)
		if (other < number)
			others += mixed(1, history->stretches[other]);
	for (other = 1; !strcmp(on, " *") && other < number; other++)
		others = mixed(others, history->stretches[other]);
	sum = mixed(mixed(sum, others), history->passed);
	history->stretches[number] = history->last[actor] = sum;
	history->passed = 0;
}

static unsigned long state_after(const struct history *history)
{
	unsigned long sum = 0;

	for (unsigned int actor = 0; actor < ACTORS_MAX; actor++)
		sum = mixed(sum, history->last[actor]);
	return sum;
}

/* As replay/run keeps it: no number of a check. */
static void add_outcome(struct run *run, const char *line)
{
	unsigned int number, length = 0;

	if (sscanf(line, "ok %u %n", &number, &length) == 1 && length)
		append(&run->outcome, "ok - %s\n", line + length);
	else if (sscanf(line, "not ok %u %n", &number, &length) == 1 && length)
		append(&run->outcome, "not ok - %s\n", line + length);
	else if (!strncmp(line, "ok - ", 5) || !strncmp(line, "not ok - ", 9))
		append(&run->outcome, "%s\n", line);
	else if (!strncmp(line, "# outcome ", 10) || !strncmp(line, "# panic: ", 9))
		append(&run->outcome, "%s\n", line + 2);
	else if (!strncmp(line, "Bail out! ", 10))
		append(&run->outcome, "%s\n", line);
	else if (!strncmp(line, "1..", 3))
		run->dead = false;
}

static void read_record(struct run *run, char *record)
{
	static struct stretch stretch;
	static struct history history;
	unsigned long seen[256], page, entry, mapping, index, object;
	unsigned int nr_seen = 0, actor = 0, running = 0;
	struct choice choice;
	char kind[16], point[128], *line, *rest = record;
	const char *verb = "reach";
	long value;

	clear(&stretch.points);
	stretch.sleeps = 0;
	history = (struct history){};
	run->end = 0;
	run->nr_choices = run->preemptions = run->switches = 0;
	run->in_vain = false;
	run->dead = true;
	clear(&run->outcome);
	clear(&run->schedule);
	clear(&run->trace);

	while ((line = strsep(&rest, "\n")) && rest) {
		switch (line[0]) {
		case 'c':
			if (sscanf(line, "c %15s %u %lx %u %127s", kind, &choice.actor,
				   &choice.able, &choice.let, point) != 5)
				die("a guest has said '%s'", line);
			choice.kind = kind[0];
			append(&run->trace, "%s\n", line);
			if (run->nr_choices == CHOICES_MAX)
				die("an order has more than %d places of choice", CHOICES_MAX);
			if (choice.kind == 's')
				stretch.sleeps++;
			if (choice.kind == 'b') {
				running = choice.let;
			} else if (choice.kind == 'w') {
				end_stretch(run, &stretch, running, 's', verb, point);
				run->switches++;
			} else if (choice.kind == 'f' || choice.let != choice.actor) {
				end_stretch(run, &stretch, choice.actor, choice.kind, verb, point);
				run->preemptions += choice.kind == 'p';
				run->switches += choice.able != 0;
			}
			running = choice.let;
			if (choice.able) {
				run->states[run->nr_choices] = state_after(&history);
				run->choices[run->nr_choices++] = choice;
			} else {
				run->end = state_after(&history);
			}
			break;
		case 'd':
			add_stretch(&history, run->nr_choices, running, line + 1);
			break;
		case 'a':
			if (sscanf(line, "a %u %127s", &actor, point) != 2 || actor >= ACTORS_MAX)
				die("a guest has said '%s'", line);
			if (actor == nr_actors)
				actor_names[nr_actors++] = copy_of(point);
			break;
		case 'z':
			stretch.sleeps++;
			append(&run->trace, "%s\n", line);
			break;
		case 'w':
			run->in_vain = true;
			break;
		case 'p':
			if (sscanf(line, "p %u %127s %lx %lx %lx %lx %lx %ld", &actor, point, &page,
				   &entry, &mapping, &index, &object, &value) != 8)
				die("a guest has said '%s'", line);
			verb = "reach";
			history.passed = mixed(history.passed, hash(point) + value);
			append(&stretch.points, "%s\n", point);
			append(&run->trace, "p %u %s %u %u %u %lu %u %ld\n", actor, point,
			       number_of(page, seen, &nr_seen), number_of(entry, seen, &nr_seen),
			       number_of(mapping, seen, &nr_seen), index,
			       number_of(object, seen, &nr_seen), value);
			break;
		case 'e':
			if (sscanf(line, "e %u %127s", &actor, point) != 2)
				die("a guest has said '%s'", line);
			verb = "enter";
			history.passed = mixed(history.passed, hash(point));
			append(&stretch.points, "%s\n", point);
			append(&run->trace, "%s\n", line);
			break;
		case 'r':
			add_outcome(run, line + 2);
			break;
		}
	}
	if (run->dead) {
		run->end = 0;
		append(&run->schedule, "let %s finish\n", actor_names[running]);
		if (!run->outcome.length)
			append(&run->outcome, "Bail out! the guest ended, and said nothing\n");
	}
}

/* The slot of a sum: where it is, or is to be put. */
static struct seen *seen_at(unsigned long sum)
{
	struct seen *old = seen, *slot;
	size_t slots = seen_slots;

	if (2 * (nr_seen + 1) > seen_slots) {
		seen_slots = slots ? 2 * slots : 1024;
		seen = more(NULL, seen_slots * sizeof(*seen));
		memset(seen, 0, seen_slots * sizeof(*seen));
		for (size_t i = 0; i < slots; i++)
			if (old[i].sum)
				*seen_at(old[i].sum) = old[i];
		free(old);
	}
	for (slot = &seen[sum % seen_slots]; slot->sum && slot->sum != sum;)
		slot = slot + 1 < seen + seen_slots ? slot + 1 : seen;
	return slot;
}

/* Each actor that may be the one at a state is a place of its own. */
static unsigned long place_of(unsigned long state, unsigned int actor)
{
	return mixed(state, actor + 1) ?: 1;
}

/*
 * Whatever comes from this choice comes from where another order was in this state, and
 * costs no more there: whoever ran there could be let go on, or another at the price of a switch.
 */
static bool has_been(unsigned long state, const struct choice *choice, unsigned int cost)
{
	for (unsigned int actor = 0; actor < nr_actors; actor++) {
		const struct seen *at = seen_at(place_of(state, actor));

		if (at->sum && at->cost + (at->is_point && actor != choice->actor) <= cost &&
		    (choice->able | at->able) == at->able)
			return true;
	}
	return false;
}

static void has_come(unsigned long state, const struct choice *choice, unsigned int cost)
{
	unsigned long place = place_of(state, choice->actor);
	struct seen *at = seen_at(place);

	nr_seen += !at->sum;
	*at = (struct seen){
		.sum = place,
		.cost = cost,
		.able = choice->able,
		.is_point = choice->kind == 'p',
	};
}

/* Orders that end in the same way have the same outcome, or something is not watched. */
static void compare(const struct run *run)
{
	unsigned long outcome = hash(run->outcome.bytes);
	struct text choices = {};
	struct seen *at;

	if (!run->end || contradiction)
		return;
	for (unsigned int i = 0; i < run->nr_choices; i++)
		append(&choices, "%u", run->choices[i].let);
	at = seen_at(run->end);
	if (!at->sum) {
		*at = (struct seen){ .sum = run->end,
				     .outcome = outcome,
				     .choices = choices.bytes };
		nr_seen++;
		nr_ends++;
		return;
	}
	if (at->outcome != outcome) {
		append(&choices, " and %s", at->choices);
		contradiction = choices.bytes;
		return;
	}
	free(choices.bytes);
}

/* Orders that differ from this one at one place, behind what it was given. */
static void branch(const struct run *run)
{
	unsigned int given = strlen(run->order->choices);
	char choices[CHOICES_MAX + 1];

	for (unsigned int i = 0; i < run->nr_choices; i++) {
		const struct choice *choice = &run->choices[i];

		if (i >= given && !plain) {
			if (has_been(run->states[i], choice, run->order->cost))
				return;
			has_come(run->states[i], choice, run->order->cost);
		}
		for (unsigned int actor = 0; i >= given && actor < nr_actors; actor++) {
			unsigned int cost = run->order->cost + (choice->kind == 'p');

			if (actor == choice->let || !(choice->able & 1UL << actor) || cost > bound)
				continue;
			choices[i] = '0' + actor;
			choices[i + 1] = '\0';
			push(choices, cost);
		}
		choices[i] = '0' + choice->let;
	}
}

static bool is_simpler(const struct run *run, const struct outcome *outcome)
{
	if (run->preemptions != outcome->preemptions)
		return run->preemptions < outcome->preemptions;
	if (run->switches != outcome->switches)
		return run->switches < outcome->switches;
	if (run->schedule.length != strlen(outcome->schedule))
		return run->schedule.length < strlen(outcome->schedule);
	return strcmp(run->schedule.bytes, outcome->schedule) < 0;
}

static void count(const struct run *run)
{
	struct outcome *outcome;
	unsigned int i;

	for (i = 0; i < nr_outcomes; i++)
		if (!strcmp(outcomes[i].text, run->outcome.bytes))
			break;
	if (i == nr_outcomes) {
		outcomes = more(outcomes, ++nr_outcomes * sizeof(*outcomes));
		outcomes[i] =
			(struct outcome){ .text = copy_of(run->outcome.bytes), .preemptions = -1U };
	}
	outcome = &outcomes[i];
	outcome->orders++;
	if (!is_simpler(run, outcome))
		return;
	free(outcome->schedule);
	outcome->nr_choices = run->nr_choices;
	outcome->choices =
		more(outcome->choices, (run->nr_choices + 1) * sizeof(*outcome->choices));
	memcpy(outcome->choices, run->choices, run->nr_choices * sizeof(*outcome->choices));
	outcome->shrunk = false;
	outcome->preemptions = run->preemptions;
	outcome->switches = run->switches;
	outcome->schedule = copy_of(run->schedule.bytes);
}

/* Orders that differ from the simplest one of an outcome in one choice, and are no less simple. */
static void push_neighbours(const struct outcome *outcome)
{
	char choices[CHOICES_MAX + 1];
	unsigned int preemptions = 0;

	for (unsigned int i = 0; i < outcome->nr_choices; i++) {
		const struct choice *choice = &outcome->choices[i];
		bool is_point = choice->kind == 'p';

		for (unsigned int actor = 0; actor < nr_actors; actor++) {
			if (actor == choice->let || !(choice->able & 1UL << actor) ||
			    preemptions + (is_point && actor != choice->actor) >
				    outcome->preemptions)
				continue;
			choices[i] = '0' + actor;
			choices[i + 1] = '\0';
			push(choices, 0);
		}
		choices[i] = '0' + choice->let;
		preemptions += is_point && choice->let != choice->actor;
	}
}

static void take(struct job *job)
{
	static struct run run;
	const struct order *order = &job->order;

	run.order = order;
	if (!random_orders)
		levels[order->cost].taken++;
	if (state_file && !job->is_known)
		fprintf(state_file, "o %zu -%s\n%s", job->record.length, order->choices,
			job->record.bytes);
	read_record(&run, job->record.bytes);
	if (log_file)
		fprintf(log_file, "%u -%s %016lx %016lx %016lx%s\n", order->cost, order->choices,
			hash(run.trace.bytes), hash(run.outcome.bytes), run.end,
			run.in_vain ? " in vain" : "");
	if (run.in_vain) {
		orders_in_vain++;
		return;
	}
	orders_done++;
	orders_shrinking += shrinking;
	count(&run);
	compare(&run);
	if (!random_orders)
		branch(&run);
}

static void take_all(void)
{
	for (; jobs_taken != jobs_given; jobs_taken++) {
		struct job *job = &jobs[jobs_taken % ARRAY_SIZE(jobs)];

		if (!job->is_done)
			return;
		take(job);
		free(job->order.choices);
	}
}

/* Guests. */

/*
 * A guest's kernel traces the processes of its user space, and either waits for the
 * other: on two processors each of its system calls would wake a processor that idles.
 */
static void stay_on_one_processor(unsigned int number)
{
	cpu_set_t allowed, one;
	int cpu;

	if (sched_getaffinity(0, sizeof(allowed), &allowed))
		return;
	number %= CPU_COUNT(&allowed);
	for (cpu = 0; !CPU_ISSET(cpu, &allowed) || number--; cpu++)
		;
	CPU_ZERO(&one);
	CPU_SET(cpu, &one);
	sched_setaffinity(0, sizeof(one), &one);
}

static void start(struct guest *guest)
{
	char dir[32];
	int fds[2];

	if (socketpair(AF_UNIX, SOCK_SEQPACKET | SOCK_CLOEXEC, 0, fds))
		die("cannot make a socket: %s", strerror(errno));
	snprintf(dir, sizeof(dir), "guest%d", (int)(guest - guests));
	if (mkdir(dir, 0700) && errno != EEXIST)
		die("cannot make %s: %s", dir, strerror(errno));
	guest->pid = fork();
	if (guest->pid < 0)
		die("cannot start a guest: %s", strerror(errno));
	if (!guest->pid) {
		int null, console, socket = fcntl(fds[1], F_DUPFD, 10);

		prctl(PR_SET_PDEATHSIG, SIGKILL);
		setpgid(0, 0);
		stay_on_one_processor(guest - guests);
		if (chdir(dir) || (link("../guest.cpio", "guest.cpio") && errno != EEXIST))
			_exit(127);
		null = open("/dev/null", O_RDWR);
		console = open("console", O_WRONLY | O_CREAT | O_TRUNC, 0600);
		console = fcntl(console, F_DUPFD, 10);
		dup2(null, 0);
		dup2(console, 1);
		dup2(console, 2);
		dup2(socket, 5);
		dup2(console, 6);
		execvp(command[0], command);
		_exit(127);
	}
	close(fds[1]);
	guest->fd = fds[0];
	guest->served = 0;
	boots++;
}

static void stop(struct guest *guest)
{
	int status;

	if (!guest->pid)
		return;
	kill(-guest->pid, SIGKILL);
	kill(guest->pid, SIGKILL);
	close(guest->fd);
	waitpid(guest->pid, &status, 0);
	guest->pid = 0;
}

static void stop_all(void)
{
	for (unsigned int i = 0; i < nr_guests; i++)
		stop(&guests[i]);
}

/* Of the processor, by a guest's kernel and the processes of its user space. */
static unsigned long ticks_of(pid_t group)
{
	unsigned long user, system, sum = 0;
	struct dirent *entry;
	DIR *proc = opendir("/proc");
	char path[300];
	FILE *file;
	int its;

	while (proc && (entry = readdir(proc))) {
		if (entry->d_name[0] < '1' || entry->d_name[0] > '9')
			continue;
		snprintf(path, sizeof(path), "/proc/%s/stat", entry->d_name);
		file = fopen(path, "r");
		if (!file)
			continue;
		if (fscanf(file, "%*d (%*[^)]) %*c %*d %d %*d %*d %*d %*u %*u %*u %*u %*u %lu %lu",
			   &its, &user, &system) == 3 &&
		    its == group)
			sum += user + system;
		fclose(file);
	}
	if (proc)
		closedir(proc);
	return sum;
}

static void give(struct guest *guest, struct job *job)
{
	char line[CHOICES_MAX + 2];
	int length = snprintf(line, sizeof(line), "%s\n", job->order.choices);

	guest->job = job;
	guest->heard = seconds();
	guest->ticks = 0;
	/* A guest that has died meanwhile is found out when it does not answer. */
	send(guest->fd, line, length, MSG_NOSIGNAL);
}

static void done(struct guest *guest)
{
	guest->job->is_done = true;
	guest->job = NULL;
	take_all();
}

/* True while it lives. */
static bool listen_to(struct guest *guest)
{
	static char message[RECORD_MAX];
	ssize_t length = recv(guest->fd, message, sizeof(message), 0);
	bool ended;

	if (length <= 0)
		return false;
	append_bytes(&guest->job->record, message, length);
	/* A guest that has come to its end says how many checks there were; then it wants more. */
	ended = strstr(guest->job->record.bytes, "\nr 1..") != NULL;
	if (!ended)
		return true; /* it is about to die */
	done(guest);
	guest->served++;
	return !fresh;
}

/* Looks once in a second of silence. */
static bool is_hung(struct guest *guest)
{
	unsigned long ticks;

	if (seconds() < guest->heard + 1)
		return false;
	guest->heard = seconds();
	ticks = ticks_of(guest->pid);
	if (!guest->ticks)
		guest->ticks = ticks;
	return ticks - guest->ticks > hang_seconds * sysconf(_SC_CLK_TCK);
}

static void died(struct guest *guest)
{
	/* It ended behind an order that nothing can undo, and has not looked at this one. */
	if (guest->job && guest->served && !guest->job->record.length) {
		stop(guest);
		start(guest);
		give(guest, guest->job);
		return;
	}
	if (guest->job)
		done(guest);
	stop(guest);
}

static void progress(bool last)
{
	static double before;
	unsigned long left = 0;
	unsigned int level = 0;

	if (!isatty(2) || (!last && seconds() < before + 0.5))
		return;
	before = seconds();
	while (level < bound && levels[level].first == levels[level].end)
		level++;
	left = levels[level].end - levels[level].first;
	fprintf(stderr,
		"\r%lu orders, %lu left with %u preemptions, %u outcomes, %.0f orders/s    ",
		orders_done, left, level, nr_outcomes, (orders_done - known_used) / before);
	if (last)
		fputc('\n', stderr);
}

static bool next_order(struct order *order)
{
	static unsigned long given;
	char text[64];

	if (shrinking)
		return pop(order);
	if (orders_max && given >= orders_max)
		return false;
	if (random_orders) {
		if (given == random_orders)
			return false;
		snprintf(text, sizeof(text), "%c %lu %u", pct_depth ? 'p' : 'r', seed + given,
			 pct_depth);
		*order = (struct order){ copy_of(text), 0 };
	} else if (!pop(order)) {
		return false;
	}
	given++;
	return true;
}

/* The next order that nothing is known of; NULL where there is none, or none yet. */
static struct job *next_job(void)
{
	while (jobs_given - jobs_taken < ARRAY_SIZE(jobs)) {
		struct job *job = &jobs[jobs_given % ARRAY_SIZE(jobs)];
		struct known *before;

		if (!next_order(&job->order))
			return NULL;
		jobs_given++;
		clear(&job->record);
		before = nr_known && !shrinking ? slot_of(job->order.choices) : NULL;
		job->is_done = job->is_known = before && before->choices;
		if (!job->is_known)
			return job;
		append_bytes(&job->record, before->record, strlen(before->record));
		known_used++;
		take_all();
	}
	return NULL;
}

static void explore(void)
{
	struct pollfd polls[GUESTS_MAX];
	struct job *job;
	bool busy;

	do {
		busy = false;
		for (unsigned int i = 0; i < nr_guests; i++) {
			struct guest *guest = &guests[i];

			if (!guest->job && !interrupted && (job = next_job())) {
				if (!guest->pid)
					start(guest);
				give(guest, job);
			}
			busy |= !!guest->job;
			polls[i].fd = guest->job ? guest->fd : -1;
			polls[i].events = POLLIN;
		}
		/* What runs now is run again when it is continued. */
		if (!busy || interrupted)
			break;
		if (poll(polls, nr_guests, 1000) < 0 && errno != EINTR)
			die("cannot wait for a guest: %s", strerror(errno));
		for (unsigned int i = 0; i < nr_guests; i++) {
			struct guest *guest = &guests[i];

			if (!guest->job)
				continue;
			if (polls[i].revents) {
				if (!listen_to(guest))
					died(guest);
			} else if (is_hung(guest)) {
				append(&guest->job->record,
				       "r Bail out! hang: it runs and never sleeps\n");
				died(guest);
			}
		}
		progress(false);
	} while (1);
}

/* What is found at random has more switches than it needs. */
static void shrink(void)
{
	bool again;

	shrinking = true;
	do {
		again = false;
		for (unsigned int i = 0; i < nr_outcomes; i++) {
			if (outcomes[i].shrunk)
				continue;
			outcomes[i].shrunk = again = true;
			push_neighbours(&outcomes[i]);
		}
		explore();
	} while (again && !interrupted);
}

/* The list. */

/* Every part is a file of orders; whoever runs what they lead to has done its part. */
static void write_parts(void)
{
	char path[4096];
	unsigned int part;
	size_t nr = 0;

	for (part = 0; part < parts; part++) {
		FILE *file;

		snprintf(path, sizeof(path), "%s.%u", split, part + 1);
		file = opened(path, "w");
		nr = 0;
		for (unsigned int cost = 0; cost <= bound; cost++)
			for (size_t i = levels[cost].taken; i < levels[cost].end; i++)
				if (nr++ % parts == part)
					fprintf(file, "%u -%s\n", cost,
						levels[cost].orders[i].choices);
		if (fclose(file))
			die("cannot write %s: %s", path, strerror(errno));
	}
	printf("%zu orders that are left, and what they lead to, are in %s.1 to .%u\n", nr, split,
	       parts);
}

static void read_part(const char *path)
{
	char choices[CHOICES_MAX + 2];
	FILE *file = opened(path, "r");
	unsigned int cost;

	only_some = true;
	while (fscanf(file, "%u -%1025[0-9]", &cost, choices) >= 1) {
		if (cost <= bound)
			push(choices, cost);
		if (fgetc(file) != '\n')
			break;
	}
	if (!feof(file) && fgetc(file) != EOF)
		die("%s is no part that --split has written", path);
	fclose(file);
}

static int by_simplicity(const void *one, const void *other)
{
	const struct outcome *a = one, *b = other;

	if (a->preemptions != b->preemptions)
		return a->preemptions < b->preemptions ? -1 : 1;
	if (a->switches != b->switches)
		return a->switches < b->switches ? -1 : 1;
	return strcmp(a->schedule, b->schedule) ?: strcmp(a->text, b->text);
}

static const char *verdict(const struct outcome *outcome)
{
	if (strstr(outcome->text, "not ok"))
		return "FAIL";
	return strstr(outcome->text, "Bail out!") ? "BROKEN" : "PASS";
}

static void write_file(unsigned int number, const char *suffix, const char *head, const char *text)
{
	char path[4096];
	FILE *file;

	snprintf(path, sizeof(path), "%s/%u.%s", out, number, suffix);
	file = fopen(path, "w");
	if (!file || fprintf(file, "%s%s", head, text) < 0 || fclose(file))
		die("cannot write %s: %s", path, strerror(errno));
}

static int list(void)
{
	int status = AS_IT_SHOULD;
	bool complete = true;

	qsort(outcomes, nr_outcomes, sizeof(*outcomes), by_simplicity);
	for (unsigned int i = 0; i < nr_outcomes; i++) {
		struct outcome *outcome = &outcomes[i];
		const char *line = outcome->text;
		char head[512];

		if (strcmp(verdict(outcome), "PASS"))
			status = FAILED;
		printf("outcome %u: %s, %lu orders; simplest: %u switches, %u of them preemptive\n",
		       i + 1, verdict(outcome), outcome->orders, outcome->switches,
		       outcome->preemptions);
		while (*line) {
			int length = strchr(line, '\n') - line;

			if (strncmp(line, "ok ", 3))
				printf("    %.*s\n", length, line);
			line += length + 1;
		}
		snprintf(head, sizeof(head),
			 "# SPDX-License-Identifier: GPL-2.0\n# %s --schedule %u.gdb\n", title,
			 i + 1);
		write_file(i + 1, "gdb", head, outcome->schedule);
		write_file(i + 1, "outcome", "", outcome->text);
	}
	if (contradiction) {
		printf("orders %s touch the same in the same order, and have different outcomes: something that their actors share is not watched (uml-config/watched), or is left from the order before (--fresh)\n",
		       contradiction);
		if (!plain && !random_orders) {
			printf("%lu orders were run, and what was left out may matter; --plain leaves out nothing\n",
			       orders_done);
			return BROKEN;
		}
	}
	if (random_orders) {
		printf("%lu orders %s, seed %lu, and %lu to shrink what they found, at these points (%s): %u distinct outcomes; not all there are\n",
		       orders_done - orders_shrinking, pct_depth ? "by PCT" : "at random", seed,
		       orders_shrinking, points, nr_outcomes);
		return status;
	}
	for (unsigned int cost = 0; cost <= bound; cost++) {
		struct level *level = &levels[cost];

		if (complete && level->taken != level->end) {
			complete = false;
			if (cost)
				printf("all orders with up to %u preemptive switches, and\n",
				       cost - 1);
			printf("%zu of %zu orders with %u preemptive switches", level->taken,
			       level->end, cost);
			printf(" at these points (%s): %u distinct outcomes so far; not completed\n",
			       points, nr_outcomes);
		}
	}
	if (complete && only_some)
		printf("%lu orders of a part; whoever has --known of all parts has the list\n",
		       orders_done);
	else if (complete && plain)
		printf("all %lu orders with up to %u preemptive switches at these points (%s): %u distinct outcomes\n",
		       orders_done, bound, points, nr_outcomes);
	else if (complete)
		printf("all orders with up to %u preemptive switches at these points (%s): %u distinct outcomes; %lu were run, and any other comes to the same as one of these\n",
		       bound, points, nr_outcomes, orders_done);
	return status;
}

/* The kernel that is explored, without the directory that it is in. */
static const char *command_sum(void)
{
	static char text[64];
	unsigned long sum = 0;

	for (char **word = command; *word; word++) {
		const char *name = strrchr(*word, '/');

		if (!name)
			sum = sum * 31 + hash(*word);
		else if (!strcmp(name, "/linux"))
			sum = sum * 31 + hash(*word + strlen(*word) - strlen("123456789012/linux"));
	}
	snprintf(text, sizeof(text), "%016lx", sum);
	return text;
}

static void on_signal(int signal)
{
	(void)signal;
	interrupted = 1;
}

int main(int argc, char **argv)
{
	static const struct option options[] = {
		{ "bound", 1, NULL, 'b' },  { "jobs", 1, NULL, 'j' },
		{ "orders", 1, NULL, 'n' }, { "random", 1, NULL, 'r' },
		{ "pct", 1, NULL, 'd' },    { "seed", 1, NULL, 's' },
		{ "fresh", 0, NULL, 'f' },  { "plain", 0, NULL, 'a' },
		{ "out", 1, NULL, 'o' },    { "points", 1, NULL, 'p' },
		{ "log", 1, NULL, 'l' },    { "stats", 0, NULL, 't' },
		{ "hang", 1, NULL, 'h' },   { "title", 1, NULL, 'T' },
		{ "split", 1, NULL, 'S' },  { "parts", 1, NULL, 'P' },
		{ "from", 1, NULL, 'F' },   { "state", 1, NULL, 'R' },
		{ "known", 1, NULL, 'K' },  {},
	};
	struct sigaction action = { .sa_handler = on_signal };
	const char *from = NULL, *state = NULL, *others[OTHERS_MAX];
	char what[4096];
	unsigned int nr_others = 0;
	bool stats = false;
	int option, index, status;

	while ((option = getopt_long(argc, argv, "+", options, &index)) != -1) {
		const char *name = option == '?' ? "" : options[index].name;

		switch (option) {
		case 'b':
			bound = number(name, optarg);
			break;
		case 'j':
			nr_guests = number(name, optarg);
			break;
		case 'n':
			orders_max = number(name, optarg);
			break;
		case 'r':
			random_orders = number(name, optarg);
			break;
		case 'd':
			pct_depth = number(name, optarg);
			break;
		case 's':
			seed = number(name, optarg);
			break;
		case 'h':
			hang_seconds = number(name, optarg);
			break;
		case 'f':
			fresh = true;
			break;
		case 'a':
			plain = true;
			break;
		case 'o':
			out = optarg;
			break;
		case 'p':
			points = optarg;
			break;
		case 'l':
			log_file = opened(optarg, "w");
			break;
		case 't':
			stats = true;
			break;
		case 'T':
			title = optarg;
			break;
		case 'S':
			split = optarg;
			break;
		case 'P':
			parts = number(name, optarg);
			break;
		case 'F':
			from = optarg;
			break;
		case 'R':
			state = optarg;
			break;
		case 'K':
			others[nr_others++ % OTHERS_MAX] = optarg;
			break;
		default:
			return BROKEN;
		}
	}
	command = argv + optind;
	if (!*command || bound >= LEVELS_MAX || !nr_guests || nr_guests > GUESTS_MAX)
		die("run it as replay/explore");

	if (nr_others > OTHERS_MAX)
		die("--known can be given %d times", OTHERS_MAX);
	if (random_orders && (split || from || state || nr_others))
		die("orders at random cannot be split, and nothing is known of them");

	/* What was found on one kernel is nothing that is known of another. */
	snprintf(what, sizeof(what), "%s, %s, points: %s\n", title, command_sum(), points);
	for (unsigned int i = 0; i < nr_others; i++) {
		FILE *file = opened(others[i], "r");

		read_known(file, what);
		fclose(file);
	}
	if (state) {
		state_file = opened(state, "a+");
		rewind(state_file);
		if (ftruncate(fileno(state_file), read_known(state_file, what)))
			die("cannot write %s: %s", state, strerror(errno));
		fseek(state_file, 0, SEEK_END);
		if (!ftell(state_file))
			fprintf(state_file, "explored %s", what);
	}

	sigaction(SIGINT, &action, NULL);
	sigaction(SIGTERM, &action, NULL);
	clock_gettime(CLOCK_MONOTONIC, &begun);
	if (from)
		read_part(from);
	else if (!random_orders)
		push("", 0);
	explore();
	if (random_orders)
		shrink();
	progress(true);
	stop_all();
	if (state_file && fclose(state_file))
		die("cannot write %s: %s", state, strerror(errno));
	status = list();
	if (split)
		write_parts();
	if (stats)
		fprintf(stderr,
			"%lu orders (%lu more in vain) in %.2f s, %.0f a second, %lu boots; %lu ends\n",
			orders_done, orders_in_vain, seconds(), orders_done / seconds(), boots,
			nr_ends);
	return interrupted ? 130 : status;
}
