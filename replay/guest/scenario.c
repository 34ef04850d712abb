// SPDX-License-Identifier: GPL-2.0
/* A scenario's main(): it starts the actors, prints KTAP, and ends the guest. */
#include "scenario.h"
#include "abi/control.h"
#include "accesses.h"
#include "init.h"

#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <signal.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

#define STACK (64 * 1024) /* of an actor, in bytes */

static int results;
static unsigned int checks;
static bool exploring; /* there are many executions in this boot, each from the same state */
static bool threads_stay; /* for the next execution of this boot */
static bool rehearsing; /* nobody knows yet whether the results count */
static unsigned int setups; /* in this boot */
static bool setting_up;
static bool is_last; /* this is the last execution in this guest */

static void (*undos[8])(void);
static unsigned int nr_undos;

void (*more_checks)(void);

static void send(const char *text, int len)
{
	if (write(results, text, len) != len)
		power_off();
}

/* In an exploration a system call is expensive: lines that can wait go with the last one. */
static char waiting[REPLAY_RESULTS_MAX];
static int nr_waiting;
static bool may_wait;

static void send_waiting(void)
{
	if (nr_waiting)
		send(waiting, nr_waiting);
	nr_waiting = 0;
}

/* A text that is too long for the kernel, or for its caller, is an error, and is not truncated. */
static void check_length(const char *line, int len, size_t size)
{
	if (len >= 0 && len < (int)size)
		return;
	errno = 0;
	broken("a result of %d bytes, and there is room for %zu: %.64s", len, size - 1, line);
}

/* One write per line: the kernel passes it on as it is. */
static void result(const char *fmt, ...)
{
	char line[REPLAY_LINE_MAX / 2];
	va_list args;
	int len;

	va_start(args, fmt);
	len = vsnprintf(line, sizeof(line) - 1, fmt, args);
	va_end(args);
	check_length(line, len, sizeof(line) - 1);
	line[len++] = '\n';
	if (!(may_wait || rehearsing) || nr_waiting + len > (int)sizeof(waiting)) {
		send_waiting();
		send(line, len);
		return;
	}
	memcpy(waiting + nr_waiting, line, len);
	nr_waiting += len;
}

void ok(bool is_so, const char *what, ...)
{
	char text[256];
	va_list args;
	int length;

	va_start(args, what);
	length = vsnprintf(text, sizeof(text), what, args);
	check_length(text, length, sizeof(text));
	va_end(args);
	result("%s%u %s", is_so ? REPLAY_RESULT_OK : REPLAY_RESULT_NOT_OK, ++checks, text);
}

void outcome(const char *name, const char *value, ...)
{
	char text[256];
	va_list args;
	int length;

	va_start(args, value);
	length = vsnprintf(text, sizeof(text), value, args);
	check_length(text, length, sizeof(text));
	va_end(args);
	result(REPLAY_RESULT_OUTCOME "%s: %s", name, text);
}

bool is_case(const char *name)
{
	const char *now = getenv("CASE");

	return now && !strcmp(now, name);
}

/* What .setup of an earlier execution has left is in the way of this one. */
static const char *again(void)
{
	return setting_up && setups > 1 ?
		       "; .setup is called again in this boot: undo by at_end() what it does, or say cannot_undo()" :
		       "";
}

void broken(const char *why, ...)
{
	int error = errno;
	char text[256];
	va_list args;

	may_wait = rehearsing = false;
	va_start(args, why);
	vsnprintf(text, sizeof(text), why, args);
	va_end(args);
	result(REPLAY_RESULT_BAIL_OUT "%s%s%s%s", text, error ? ": " : "",
	       error ? strerror(error) : "", again());
	power_off();
}

static void command(enum replay_command command, const char *argument)
{
	char line[REPLAY_COMMAND_MAX];

	if (snprintf(line, sizeof(line), "%s %s", replay_command_word(command), argument) >=
	    (int)sizeof(line))
		broken("the name '%.64s...' is too long", argument);
	if (ask_control(line))
		broken("the kernel refuses '%s'", line);
}

void at_point(const char *name)
{
	command(REPLAY_COMMAND_point, name);
}

void become(const char *name)
{
	open_control();
	command(REPLAY_COMMAND_actor, name);
}

void each_task_is_actor(void)
{
	command(REPLAY_COMMAND_tasks, "");
}

void *shared_memory(size_t size)
{
	void *memory = mmap(NULL, size, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);

	if (memory == MAP_FAILED)
		broken("cannot map %zu bytes to be shared", size);
	return memory;
}

unsigned int passes(const char *label)
{
	static int fd = -1;
	char text[4096], *name, *line, *rest = text;
	long len;

	if (fd < 0)
		fd = open("/proc/replay/passes", O_RDONLY);
	len = pread(fd, text, sizeof(text) - 1, 0);
	if (len == sizeof(text) - 1)
		broken("this kernel has more labels than there is room for");
	text[len < 0 ? 0 : len] = '\0';
	while ((line = strsep(&rest, "\n"))) {
		name = strsep(&line, " ");
		if (line && !strcmp(name, label))
			return strtoul(line, NULL, 10);
	}
	broken("the kernel has no label '%s'", label);
}

static bool complained(void)
{
	int fd = open("/proc/replay/complained", O_RDONLY);
	char byte;

	if (fd < 0 || read(fd, &byte, 1) != 1)
		broken("cannot ask the kernel whether it has complained");
	close(fd);
	return byte != '0';
}

void at_end(void (*undo)(void))
{
	unsigned int i;

	for (i = 0; i < nr_undos; i++)
		if (undos[i] == undo)
			return;
	if (nr_undos == sizeof(undos) / sizeof(undos[0]))
		broken("too much is to be undone");
	undos[nr_undos++] = undo;
}

void cannot_undo(void)
{
	is_last = true;
}

static void undo_all(void)
{
	const unsigned int rest = 250000; /* virtual us */

	while (nr_undos)
		undos[--nr_undos]();
	/* By then kernel threads and RCU have finished the work that this leaves to them. */
	usleep(rest);
	if (is_last && !rehearsing)
		power_off();
	is_last = false;
}

/* False if the host does not explore, or no execution is left. */
static bool next_execution(void)
{
	bool is_one = !ask_control(replay_command_word(REPLAY_COMMAND_prefix));

	checks = 0;
	errno = 0;
	return is_one;
}

static void *play(void *argument)
{
	const struct actor *actor = argument;
	pid_t me = getpid();

	open_control();
	command(REPLAY_COMMAND_actor, actor->name);
	/* In an exploration 'finish' returns once the actor is let in the next execution. */
	do {
		actor->part();
		/* If the actor has forked, its child comes back here, too. */
		if (getpid() != me)
			_exit(0);
		command(REPLAY_COMMAND_finish, "");
	} while (exploring);
	while (threads_stay)
		pause();
	return NULL;
}

static struct {
	const struct actor *actor;
	pid_t pid;
	int status;
} processes[REPLAY_ACTORS_MAX];
static unsigned int nr_processes;

static unsigned int process_of(const char *name)
{
	unsigned int i;

	for (i = 0; i < nr_processes; i++)
		if (!strcmp(processes[i].actor->name, name))
			return i;
	errno = 0;
	broken("no actor '%s' is a process, or it starts behind who asks", name);
}

int pid_of(const char *name)
{
	return processes[process_of(name)].pid;
}

int status_of(const char *name)
{
	return processes[process_of(name)].status;
}

/* A process finishes by its exit. */
static void start_process(const struct actor *actor)
{
	pid_t pid = fork();

	if (pid < 0)
		broken("cannot fork actor '%s'", actor->name);
	if (!pid) {
		become(actor->name);
		actor->part();
		_exit(0);
	}
	processes[nr_processes].actor = actor;
	processes[nr_processes++].pid = pid;
}

/* All actors of the scenario take part, or those that --actors names. */
static bool takes_part(const char *name)
{
	const char *names = getenv("ACTORS");
	size_t len = strlen(name);

	if (!names)
		return true;
	for (; (names = strstr(names, name)); names += len)
		if (names[-1] == ',' && names[len] == ',')
			return true;
	return false;
}

static pthread_t threads[REPLAY_ACTORS_MAX];
static unsigned int nr_threads;
static bool started;

static void start_thread(const struct actor *actor)
{
	pthread_attr_t attr;

	pthread_attr_init(&attr);
	pthread_attr_setstacksize(&attr, STACK);
	errno = pthread_create(&threads[nr_threads++], &attr, play, (void *)actor);
	if (errno)
		broken("cannot start actor '%s'", actor->name);
}

/* Announces an actor that registers later, or is one of the kernel. */
static void announce(const struct actor *actor)
{
	char line[REPLAY_COMMAND_MAX];

	if (snprintf(line, sizeof(line), "%s %s %s", replay_context_word(actor->context),
		     actor->name, actor->target ?: "") >= (int)sizeof(line))
		broken("the name '%.64s...' is too long", actor->name);
	command(REPLAY_COMMAND_context, line);
}

/* Called once in a boot: threads and announced actors stay. */
static void start_all(void)
{
	const struct actor *actor;

	for (actor = scenario.actors; actor < scenario.actors + REPLAY_ACTORS_MAX && actor->name;
	     actor++) {
		if (!takes_part(actor->name))
			continue;
		if (actor->context == REPLAY_CONTEXT_thread)
			start_thread(actor);
		else
			announce(actor);
	}
	started = true;
}

/* Called in each execution: the processes see what .setup has left. */
static void start_processes(void)
{
	const struct actor *actor;

	nr_processes = 0;
	for (actor = scenario.actors; actor < scenario.actors + REPLAY_ACTORS_MAX && actor->name;
	     actor++)
		if (actor->context == REPLAY_CONTEXT_process && takes_part(actor->name))
			start_process(actor);
}

static void play_all(void)
{
	unsigned int i;
	char count[16];

	if (!started)
		start_all();
	start_processes();
	snprintf(count, sizeof(count), "%u", nr_threads + nr_processes);
	command(REPLAY_COMMAND_direct, count);
	for (i = 0; i < nr_threads && !threads_stay; i++)
		pthread_join(threads[i], NULL);
	if (scenario.ends_tasks)
		kill(-1, SIGKILL);
	for (i = 0; i < nr_processes; i++)
		if (waitpid(processes[i].pid, &processes[i].status, 0) != processes[i].pid)
			broken("cannot wait for actor '%s'", processes[i].actor->name);
}

static void set_up(void)
{
	result(REPLAY_RESULTS_BEGIN);
	command(REPLAY_COMMAND_settle, "");
	setups++;
	setting_up = true;
	if (scenario.setup)
		scenario.setup();
	setting_up = false;
}

/*
 * What a program does for the first time leaves something behind: the threads, and memory that it
 * keeps. After the rehearsal, the first execution finds the same state as all others.
 * Where .setup says cannot_undo(), all are the first of their boot, and what it did is for this one.
 *
 * Return: true if it is.
 */
static bool rehearse(void)
{
	rehearsing = true;
	set_up();
	if (is_last) {
		send_waiting();
	} else {
		undo_all();
		checks = nr_waiting = 0;
	}
	start_all();
	rehearsing = false;
	return is_last;
}

void open_results(void)
{
	results = open("/proc/replay/results", O_WRONLY);
}

void play_scenario(void)
{
	char page[32];
	bool is_set_up;

	if (!scenario.check)
		broken("the scenario has no .check, which says what a correct kernel does");

	exploring = next_execution();
	snprintf(page, sizeof(page), "%p", accesses_page());
	command(REPLAY_COMMAND_accesses, page);
	threads_stay = exploring || getenv("REHEARSE");
	is_set_up = getenv("REHEARSE") && rehearse();
	do {
		if (!is_set_up)
			set_up();
		is_set_up = false;
		play_all();
		may_wait = exploring;
		scenario.check();
		if (more_checks)
			more_checks();
		/* This check is reported only if it fails, as that of the end of every actor. */
		if (complained())
			ok(false, "the kernel reports nothing wrong");
		result(REPLAY_RESULT_PLAN "%u", checks);
		may_wait = false;
		send_waiting();
		if (exploring)
			undo_all();
	} while (exploring && next_execution());
	power_off();
}
