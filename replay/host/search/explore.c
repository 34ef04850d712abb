// SPDX-License-Identifier: GPL-2.0
/*
 * The host side of an exploration. It chooses the next execution, records its outcome, and
 * derives further executions from it. A guest runs one execution after another in one boot; by
 * default there are as many guests as processors.
 *
 * An execution is named by its prefix, a character for each scheduling point: the actor that is let
 * there. After an execution, the host knows which actors were enabled at each scheduling point,
 * and derives prefixes that choose another one. It derives each prefix in exactly one way.
 * Prefixes with fewer preemptions come first; a switch is a preemption if the actor that ran
 * could have gone on.
 *
 * Two executions are equivalent if they have the same happens-before graph: each transition
 * follows the same transitions on which it depends. So the host prunes an execution at a
 * scheduling point if another execution has been in the same state, and could go on from there in
 * each way with no more preemptions. It uses neither sleep sets nor persistent sets: with a
 * preemption bound they are not sound (Coons, Musuvathi, McKinley, "Bounded partial-order
 * reduction", OOPSLA 2013).
 */
#include <errno.h>
#include <poll.h>
#include <signal.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "guest.h"
#include "records.h"
#include "options.h"
#include "frontier.h"
#include "outcomes.h"
#include "record.h"
#include "states.h"
#include "text.h"
#include "util.h"

static struct guest guests[GUESTS_MAX];

/* Records are taken in the order in which the executions were given, whichever guest is first. */
static struct job jobs[4 * GUESTS_MAX];
static unsigned long jobs_taken, jobs_given;

static bool shrinking; /* the executions that were found at random are made simpler */
static unsigned long nr_at_points; /* executions in which an actor came to a point */
static struct text held, atomic; /* as in struct record, of all executions */
static unsigned long nr_run, nr_infeasible, nr_shrinking, nr_known; /* executions */
static unsigned long nr_ended; /* executions that have ended their guest */
static unsigned long nr_diverged; /* executions that took another way in a boot of their own */

static FILE *log_file;
static double begun; /* seconds() */
static bool is_found; /* an outcome that is FAIL, and --first says to stop there */
static volatile sig_atomic_t interrupted;
static char **arguments; /* of main() */

static void stop_guests(void)
{
	for (unsigned int i = 0; i < options.jobs; i++)
		guest_stop(&guests[i]);
}

static bool came_to_point(const struct record *record)
{
	for (unsigned int i = 0; i < record->nr_choices; i++)
		if (record->choices[i].kind == REPLAY_CHOICE_point)
			return true;
	return false;
}

/*
 * An execution did not begin in the state in which its prefix was derived: the execution before it
 * in that boot left something behind. So no result of shared boots holds, and the exploration
 * begins again, with a boot for each execution.
 */
static _Noreturn void begin_again_fresh(void)
{
	char *again[128] = { arguments[0], "--fresh", "--leaves" };

	if (options.from || options.nr_known)
		die("an execution leaves something behind that changes the next one, so --known and --from do not hold; explore each part again with --fresh");
	for (unsigned int i = 1; arguments[i]; i++) {
		if (i + 4 > ARRAY_SIZE(again))
			die("more than %zu arguments", ARRAY_SIZE(again) - 4);
		again[i + 2] = arguments[i];
	}
	printf("after %lu execution%s: one leaves something behind that changes the next one; from here on each has a boot of its own, as with --fresh\n",
	       nr_run, plural(nr_run));
	fflush(stdout);
	stop_guests();
	records_close();
	if (options.state && truncate(options.state, 0))
		die("cannot write %s: %s", options.state, strerror(errno));
	execv("/proc/self/exe", again);
	die("cannot begin again: %s", strerror(errno));
}

static void add_lines(struct text *all, const struct text *some)
{
	for (const char *line = some->bytes; line && *line; line += strcspn(line, "\n") + 1)
		add_line(all, line, strcspn(line, "\n"));
}

static void take(struct job *job)
{
	static struct record record;
	const struct execution *execution = &job->execution;

	if (!options.random)
		frontier_done(execution);
	if (!job->is_known)
		records_write(execution->choices, &job->record);
	record_read(&record, job->record.bytes);
	if (!record.nr_choices)
		die("the scenario ends before its actors begin: %s\n'%s --direct%s' says more",
		    strtok(record.results.outcome.bytes, "\n"), options.title,
		    options.rehearse ? " --rehearse" : "");
	if (record.diverged && !options.random) {
		if (!options.fresh)
			begin_again_fresh();
		nr_diverged++;
	}
	if (log_file)
		fprintf(log_file, "%u -%s %016lx %016lx %016lx%s\n", execution->cost,
			execution->choices, record.sum, hash(record.results.outcome.bytes),
			record.end, record.infeasible ? " infeasible" : "");
	if (record.infeasible) {
		nr_infeasible++;
		return;
	}
	nr_run++;
	nr_ended += !record.results.complete;
	nr_at_points += came_to_point(&record);
	add_lines(&held, &record.held);
	add_lines(&atomic, &record.atomic);
	nr_shrinking += shrinking;
	outcomes_add(&record, job->took);
	is_found = options.first && !shrinking && results_verdict(&record.results) == VERDICT_FAIL;
	states_add_end(&record);
	if (!options.random)
		frontier_branch(execution, &record);
}

static void take_all(void)
{
	/* Executions that are running by then do not count: how many depends on the number of guests. */
	for (; jobs_taken != jobs_given && !is_found; jobs_taken++) {
		struct job *job = &jobs[jobs_taken % ARRAY_SIZE(jobs)];

		if (!job->is_done)
			return;
		take(job);
		free(job->execution.choices);
	}
}

static bool next_execution(struct execution *execution)
{
	static unsigned long given;
	char text[64];

	if (is_found)
		return false;
	if (shrinking)
		return frontier_pop(execution);
	if (options.executions && given >= options.executions)
		return false;
	if (options.random) {
		if (given == options.random)
			return false;
		snprintf(text, sizeof(text), "%s %lu %lu",
			 options.pct ? REPLAY_POLICY_PCT : REPLAY_POLICY_RANDOM,
			 options.seed + given, options.pct);
		*execution = (struct execution){ copy_of(text), 0 };
	} else if (!frontier_pop(execution)) {
		return false;
	}
	given++;
	return true;
}

/* The next execution that has no known record; NULL if there is none, or none yet. */
static struct job *next_job(void)
{
	while (jobs_given - jobs_taken < ARRAY_SIZE(jobs)) {
		struct job *job = &jobs[jobs_given % ARRAY_SIZE(jobs)];
		const char *record;

		if (!next_execution(&job->execution))
			return NULL;
		jobs_given++;
		clear(&job->record);
		job->took = 0;
		record = records_find(job->execution.choices);
		job->is_done = job->is_known = record != NULL;
		if (!record)
			return job;
		append_bytes(&job->record, record, strlen(record));
		nr_known++;
		take_all();
	}
	return NULL;
}

static void progress(bool last)
{
	static double told;
	struct text line = {};
	double now = seconds() - begun;
	bool terminal = isatty(2);
	unsigned int level;
	size_t left;

	/* On a terminal one line that changes, in a log a line a minute. */
	if (terminal ? !last && now < told + 0.5 : last || now < told + 60)
		return;
	told = now;
	left = frontier_waiting(&level);
	append(&line,
	       "%lu execution%s, %zu left with %u preemption%s, %u outcome%s, %.0f executions/s",
	       nr_run, plural(nr_run), left, level, plural(level), outcomes_nr(),
	       plural(outcomes_nr()), (nr_run - nr_known) / told);
	if (terminal)
		tell_in_line(line.bytes);
	else
		fprintf(stderr, "%s\n", line.bytes);
	free(line.bytes);
	if (terminal && last)
		fputc('\n', stderr);
}

/* Each idle guest gets a prefix. False if no guest has one. */
static bool give_prefixes(void)
{
	bool busy = false;

	for (unsigned int i = 0; i < options.jobs; i++) {
		struct guest *guest = &guests[i];
		struct job *job;

		if (!guest->job && !interrupted && (job = next_job()))
			guest_give(guest, job);
		busy |= !!guest->job;
	}
	return busy;
}

/* Waits for messages of the guests, for up to a second, and takes the records that are complete. */
static void listen_to_guests(void)
{
	struct pollfd polls[GUESTS_MAX];

	for (unsigned int i = 0; i < options.jobs; i++) {
		polls[i].fd = guests[i].job ? guests[i].fd : -1;
		polls[i].events = POLLIN;
	}
	if (poll(polls, options.jobs, 1000) < 0 && errno != EINTR)
		die("cannot wait for a guest: %s", strerror(errno));
	for (unsigned int i = 0; i < options.jobs; i++) {
		struct guest *guest = &guests[i];

		if (!guest->job)
			continue;
		if (polls[i].revents ? guest_listen(guest) : guest_hangs(guest)) {
			guest->job->is_done = true;
			guest->job->took = seconds() - guest->job->given;
			guest->job = NULL;
			take_all();
		}
	}
}

/* Runs executions until the frontier is empty, or a signal interrupts. */
static void explore(void)
{
	/* An interrupted exploration runs again, when it is continued, what the guests run now. */
	while (give_prefixes() && !interrupted) {
		listen_to_guests();
		progress(false);
	}
}

/* An execution that was found at random has more switches than its outcome needs. */
static void shrink(void)
{
	const struct outcome *outcome;
	bool again;

	shrinking = true;
	is_found = false;
	do {
		again = false;
		while ((outcome = outcomes_to_shrink())) {
			again = true;
			frontier_push_neighbours(outcome->choices, outcome->nr_choices,
						 outcome->preemptions);
		}
		explore();
	} while (again && !interrupted);
}

static void bound_in_words(char words[static 64])
{
	if (frontier_bounded())
		sprintf(words, "up to %lu preemption%s", options.bound, plural(options.bound));
	else
		strcpy(words, "any number of preemptions");
}

#define EVERY_LABEL "every label"
#define POINTS_SHOWN 12
#define NO_POINT ":none" /* a label that no program has */

static const char *points_in_words(void)
{
	static char words[32];
	unsigned int nr = 1;

	if (!*options.points)
		return EVERY_LABEL;
	if (!strcmp(options.points, NO_POINT))
		return "none";
	for (const char *at = options.points; *at; at++)
		nr += *at == ',';
	if (nr <= POINTS_SHOWN)
		return options.points;
	snprintf(words, sizeof(words), "%u points", nr);
	return words;
}

static bool is_chosen(const char *label, size_t length)
{
	const char *at = options.points;

	if (!*at)
		return true;
	for (; *at; at += strcspn(at, ","), at += *at == ',')
		if (strcspn(at, ",") == length && !memcmp(at, label, length))
			return true;
	return false;
}

/* No interleaving was tried at a label that actors pass only where they must not sleep. */
static void tell_atomic(void)
{
	struct text labels = {};

	for (const char *line = atomic.bytes; line && *line; line += strcspn(line, "\n") + 1) {
		size_t length = strcspn(line, "\n");

		if (is_chosen(line, length) && !find_line(&held, line, length))
			append(&labels, "%s%.*s", labels.length ? ", " : "", (int)length, line);
	}
	if (labels.length)
		printf("the actors must not sleep where they pass %s, so nothing was interleaved there; 'uml-replay points --try' says why\n",
		       labels.bytes);
}

/* A boot takes longer than an execution. */
static void tell_boots(void)
{
	if (options.leaves)
		printf("each execution had a boot of its own, since one left something behind\n");
	else if (options.fresh)
		printf("each execution had a boot of its own, as --fresh says\n");
	else if (guest_cannot_undo())
		printf("the guest booted again behind each execution in which the scenario called cannot_undo()\n");
	else if (nr_ended > 1)
		printf("the guest booted again behind %lu executions, since nothing can undo one in which the kernel dies, or an actor sleeps or runs for ever\n",
		       nr_ended);
}

/* Prints, behind the list of outcomes, what holds for all executions. Returns the exit status. */
static int conclude(int status)
{
	const char *differing = states_differ();
	char bound[64];
	unsigned int cost;
	size_t done, all;

	tell_boots();
	if (differing) {
		printf("executions %s have the same happens-before graph, and different outcomes: some memory that their actors share is not watched (uml-config/watched, and the scenario's), or an execution leaves something behind (--fresh)\n",
		       differing);
		if (!options.plain && !options.random) {
			printf("%lu executions were run, and those that were pruned may have other outcomes; --plain prunes nothing\n",
			       nr_run);
			return BROKEN;
		}
	}
	if (nr_diverged) {
		printf("%lu of %lu executions do not come to the state in which they were found, each in a boot of its own: the kernel or the scenario is not deterministic, so this list may lack outcomes\n",
		       nr_diverged, nr_run);
		return BROKEN;
	}
	if (options.random) {
		printf("%lu executions %s, seed %lu, and %lu to make simpler what they found, at these points (%s): %u distinct outcome%s; there may be others\n",
		       nr_run - nr_shrinking, options.pct ? "by PCT" : "at random", options.seed,
		       nr_shrinking, points_in_words(), outcomes_nr(), plural(outcomes_nr()));
	} else if (frontier_left(&cost, &done, &all)) {
		if (cost)
			printf("all executions with up to %u preemption%s, and\n", cost - 1,
			       plural(cost - 1));
		printf("%zu of %zu execution%s with %u preemption%s at these points (%s): %u distinct outcome%s so far; not completed\n",
		       done, all, plural(all), cost, plural(cost), points_in_words(), outcomes_nr(),
		       plural(outcomes_nr()));
	} else if (options.from) {
		printf("%lu execution%s of a part; explore with --known of each part prints the list\n",
		       nr_run, plural(nr_run));
	} else {
		bound_in_words(bound);
		tell_atomic();
		if (!nr_at_points)
			printf("%lu execution%s, and in none an actor could be held at a point (%s): they differ only in which actor begins, and where one sleeps or finishes; %u distinct outcome%s%s\n",
			       nr_run, plural(nr_run), points_in_words(), outcomes_nr(),
			       plural(outcomes_nr()),
			       *options.points ?
				       "" :
				       "; --points shared takes accesses of memory that they share");
		else if (options.plain)
			printf("all %lu execution%s with %s at these points (%s): %u distinct outcome%s\n",
			       nr_run, plural(nr_run), bound, points_in_words(), outcomes_nr(),
			       plural(outcomes_nr()));
		else
			printf("all executions with %s at these points (%s): %u distinct outcome%s; %lu were run, and any other is equivalent to one of these\n",
			       bound, points_in_words(), outcomes_nr(), plural(outcomes_nr()),
			       nr_run);
	}
	return status;
}

/* What was found is listed all the same; this is the last line. */
static bool log_is_whole(void)
{
	if (!log_file || !(ferror(log_file) | fclose(log_file)))
		return true;
	printf("cannot write %s: %s\n", options.log, strerror(errno));
	return false;
}

static void read_known(void)
{
	char what[WHAT_MAX];

	/* A record holds for one kernel, guest and set of points only. */
	snprintf(what, sizeof(what), "%s, %s, points: %s\n", options.title, options.version,
		 *options.points ? options.points : EVERY_LABEL);
	for (unsigned int i = 0; i < options.nr_known; i++)
		records_read(options.known[i], what);
	if (options.state)
		records_open(options.state, what);
}

static void on_signal(int signal)
{
	(void)signal;
	interrupted = 1;
}

int main(int argc, char **argv)
{
	struct sigaction action = { .sa_handler = on_signal };
	int status;

	arguments = argv;
	options_read(argc, argv);
	if (options.log)
		log_file = opened(options.log, "w");
	read_known();

	sigaction(SIGINT, &action, NULL);
	sigaction(SIGTERM, &action, NULL);
	begun = seconds();
	for (unsigned int i = 0; i < options.jobs; i++)
		guests[i].number = i;
	atexit(stop_guests); /* in die(), too */
	if (options.from)
		frontier_read_part(options.from);
	else if (!options.random)
		frontier_push("", 0);
	explore();
	if (options.random)
		shrink();
	progress(true);
	stop_guests();

	status = conclude(outcomes_list(options.out, options.program_case));
	if (!log_is_whole())
		status = BROKEN;
	if (fflush(stdout) || ferror(stdout))
		die("cannot write the list of outcomes: %s", strerror(errno));
	records_close();
	if (options.split)
		frontier_write_parts(options.split, options.parts);
	if (options.stats)
		fprintf(stderr,
			"%lu execution%s (%lu infeasible, %lu known) in %.2f s, %.0f a second, %lu boot%s, %lu MiB a guest; %lu end%s\n",
			nr_run, plural(nr_run), nr_infeasible, nr_known, seconds() - begun,
			nr_run / (seconds() - begun), guest_boots(), plural(guest_boots()),
			guest_memory() >> 20, states_ends(), plural(states_ends()));
	return interrupted ? 130 : status;
}
