// SPDX-License-Identifier: GPL-2.0
#define _GNU_SOURCE
#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <sched.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/uio.h>
#include <sys/wait.h>
#include <unistd.h>

#include "abi/events.h"
#include "abi/limits.h"
#include "abi/results.h"
#include "events.h"
#include "guest.h"
#include "options.h"
#include "stream.h"
#include "util.h"

static unsigned long boots;
static bool cannot_undo; /* a guest has ended behind an execution */

/*
 * A guest's kernel traces the processes of its user space, and each waits for the other: on two
 * processors, each system call would wake an idle processor.
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

/* A descriptor from which the guest reads the names of the points. */
static int open_points(void)
{
	int fd = memfd_create("points", 0);
	size_t length = strlen(options.points);

	if (fd < 0 || write(fd, options.points, length) != (ssize_t)length ||
	    lseek(fd, 0, SEEK_SET))
		_exit(127);
	return fd;
}

/* In the child: descriptor 5 is for executions, 6 for the console, 7 has the points. */
static _Noreturn void become_guest(const struct guest *guest, const char *dir, int socket)
{
	int null, console, points;

	socket = fcntl(socket, F_DUPFD, 10);
	prctl(PR_SET_PDEATHSIG, SIGKILL);
	setpgid(0, 0);
	stay_on_one_processor(guest->number);
	if (chdir(dir) || (link("../guest.cpio", "guest.cpio") && errno != EEXIST))
		_exit(127);
	null = open("/dev/null", O_RDWR);
	console = open("console", O_WRONLY | O_CREAT | O_TRUNC, 0600);
	console = fcntl(console, F_DUPFD, 10);
	points = fcntl(open_points(), F_DUPFD, 10);
	dup2(null, 0);
	dup2(console, 1);
	dup2(console, 2);
	dup2(socket, 5);
	dup2(console, 6);
	dup2(points, 7);
	execvp(options.command[0], options.command);
	_exit(127);
}

static void start(struct guest *guest)
{
	char dir[32];
	int fds[2];

	if (socketpair(AF_UNIX, SOCK_SEQPACKET | SOCK_CLOEXEC, 0, fds))
		die("cannot make a socket: %s", strerror(errno));
	snprintf(dir, sizeof(dir), "guest%u", guest->number);
	if (mkdir(dir, 0700) && errno != EEXIST)
		die("cannot make %s: %s", dir, strerror(errno));
	guest->pid = fork();
	if (guest->pid < 0)
		die("cannot start a guest: %s", strerror(errno));
	if (!guest->pid)
		become_guest(guest, dir, fds[1]);
	close(fds[1]);
	guest->fd = fds[0];
	guest->booted = false;
	guest->served = 0;
	boots++;
}

/**
 * guest_stop() - kill a guest
 * @guest: which; where it is not started, nothing is done. Its job stays as it is
 */
void guest_stop(struct guest *guest)
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

/**
 * guest_give() - have a guest run an execution
 * @guest: which; it is started where it is not, or that ends in die()
 * @job: the execution, and where its record goes
 */
void guest_give(struct guest *guest, struct job *job)
{
	char line[REPLAY_PREFIX_MAX + 1];
	int length = snprintf(line, sizeof(line), "%s\n", job->execution.choices);

	if (length > REPLAY_PREFIX_MAX)
		die("a prefix has more than %d scheduling points", REPLAY_TRANSITIONS_MAX);
	if (!guest->pid)
		start(guest);
	guest->job = job;
	guest->heard = job->given = seconds();
	guest->ticks = 0;
	guest->asked = false;
	/* A guest that has died meanwhile is found out when it does not answer. */
	send(guest->fd, line, length, MSG_NOSIGNAL);
}

/* The same execution, in a boot of its own. */
static void give_again(struct guest *guest)
{
	guest_stop(guest);
	clear(&guest->job->record);
	guest_give(guest, guest->job);
}

/* The guest has closed its socket. True if its execution is over with that. */
static bool is_over(struct guest *guest)
{
	const char *record = guest->job->record.bytes;

	guest_stop(guest);
	/*
	 * Either the guest ended because nothing can undo the execution before, and this one has
	 * not begun; or this one diverged because those before left something behind.
	 */
	if (!guest->served ||
	    (stream_find(record, REPLAY_SEARCH_choice, replay_choice_word(REPLAY_CHOICE_begin)) &&
	     !stream_find(record, REPLAY_SEARCH_diverged, "")))
		return true;
	cannot_undo |= !*record; /* a kernel that dies says so */
	give_again(guest);
	return false;
}

/* The guest reports the length of the prefix that it got. */
static void check_prefix(const struct job *job)
{
	const char *length = stream_find(job->record.bytes, REPLAY_SEARCH_prefix, "");
	unsigned int given = strlen(job->execution.choices), got;

	if (length && sscanf(length, REPLAY_PREFIX_FORMAT, &got) == 1 && got != given)
		die("a guest was given a prefix of %u choices, and got %u", given, got);
}

/*
 * The next message of a guest. Where it ended without having read its prefix, the socket first gives ECONNRESET,
 * once, though there are messages (unix_release_sock() sets the error, and __skb_try_recv_datagram() looks at it
 * first).
 */
static ssize_t receive(int fd, char *message)
{
	ssize_t length = recv(fd, message, REPLAY_MESSAGE_MAX, MSG_TRUNC);

	return length < 0 && errno == ECONNRESET ?
		       recv(fd, message, REPLAY_MESSAGE_MAX, MSG_TRUNC) :
		       length;
}

/**
 * guest_listen() - read a message of a guest that has a job, or notice that it has died
 * @guest: which
 *
 * A guest that died before its execution began, or because of what earlier executions left, is
 * started again with the same execution.
 *
 * Return: true if the record of its job is complete.
 */
bool guest_listen(struct guest *guest)
{
	static char message[REPLAY_MESSAGE_MAX + 1];
	ssize_t length = receive(guest->fd, message);
	const char *address, *why;

	if (length > REPLAY_MESSAGE_MAX)
		die("a guest has sent %zd bytes at once, and there is room for %d", length,
		    REPLAY_MESSAGE_MAX);
	if (length <= 0 && !guest->booted)
		die("the guest ended before it asked for an execution; '%s --direct' says why",
		    options.title);
	if (length <= 0)
		return is_over(guest);
	if (!guest->booted) {
		message[length] = '\0';
		address = stream_find(message, REPLAY_SEARCH_boot, "");
		why = stream_find(message, REPLAY_SEARCH_result, REPLAY_RESULT_BAIL_OUT);
		if (why) {
			why += strlen(REPLAY_RESULT_BAIL_OUT);
			die("%.*s", (int)strcspn(why, "\n"), why);
		}
		if (!address || sscanf(address, REPLAY_BOOT_FORMAT, &guest->message) != 1)
			die("the guest says '%s' before it asks for an execution",
			    strtok(message, "\n"));
		guest->booted = true;
		return false;
	}
	append_bytes(&guest->job->record, message, length);
	check_prefix(guest->job);
	/* A guest that has come to its end says how many checks there were; then it wants more. */
	if (!stream_find(guest->job->record.bytes, REPLAY_SEARCH_result, REPLAY_RESULT_PLAN))
		return false; /* there is more to come, or it is about to die */
	guest->served++;
	if (options.fresh)
		guest_stop(guest);
	return true;
}

/*
 * Of the processor, by a guest's kernel and the processes of its user space. @busiest gets the one that
 * has used most.
 */
static unsigned long ticks_of(pid_t group, pid_t *busiest)
{
	unsigned long user, system, most = 0, sum = 0;
	struct dirent *entry;
	DIR *proc = opendir("/proc");
	char path[300];
	FILE *file;
	int process, its;

	while (proc && (entry = readdir(proc))) {
		if (entry->d_name[0] < '1' || entry->d_name[0] > '9')
			continue;
		snprintf(path, sizeof(path), "/proc/%s/stat", entry->d_name);
		file = fopen(path, "r");
		if (!file)
			continue;
		if (fscanf(file, "%d (%*[^)]) %*c %*d %d %*d %*d %*d %*u %*u %*u %*u %*u %lu %lu",
			   &process, &its, &user, &system) == 4 &&
		    its == group) {
			sum += user + system;
			if (user + system >= most) {
				most = user + system;
				*busiest = process;
			}
		}
		fclose(file);
	}
	if (proc)
		closedir(proc);
	return sum;
}

/* Adds to the record what a guest that hangs has not sent. It may be in the midst of a line. */
static void take_unsent(const struct guest *guest)
{
	static struct replay_message message;
	struct iovec here = { &message, sizeof(message) };
	struct iovec there = { (void *)guest->message, sizeof(message) };
	const char *end;

	if (process_vm_readv(guest->pid, &here, 1, &there, 1, 0) != sizeof(message) ||
	    message.length > sizeof(message.bytes))
		return;
	end = memrchr(message.bytes, '\n', message.length);
	if (end)
		append_bytes(&guest->job->record, message.bytes, end + 1 - message.bytes);
}

#define ANSWER 5 /* seconds of the processor, for the guest to say where it runs */

/**
 * guest_hangs() - check a guest that has a job and sends nothing
 * @guest: which; this checks it once in a second of silence
 *
 * Executions before may have left something behind that makes this one hang. So it gets a boot of
 * its own, unless it has one.
 * Then the guest is asked where it runs, by SIGXCPU as in a run (kernel/limit.c), and ends itself.
 *
 * Return: true if it has used up the processor time that an execution may take, and does not say where.
 * Then its record says so, and it is stopped.
 */
bool guest_hangs(struct guest *guest)
{
	unsigned long ticks, limit = options.hang;
	pid_t busiest = guest->pid;

	if (seconds() < guest->heard + 1)
		return false;
	guest->heard = seconds();
	ticks = ticks_of(guest->pid, &busiest);
	if (!guest->ticks)
		guest->ticks = ticks;
	if (guest->asked)
		limit += ANSWER;
	if (ticks - guest->ticks <= limit * sysconf(_SC_CLK_TCK))
		return false;
	if (guest->served) {
		give_again(guest);
		return false;
	}
	if (!guest->asked) {
		guest->asked = true;
		kill(busiest, SIGXCPU);
		return false;
	}
	take_unsent(guest);
	guest_stop(guest);
	append(&guest->job->record, "0 0 - %s\n", search_word(REPLAY_SEARCH_hang));
	return true;
}

/**
 * guest_boots() - how often guests were started
 *
 * Return: the number of boots, of all guests.
 */
unsigned long guest_boots(void)
{
	return boots;
}

/**
 * guest_cannot_undo() - whether a guest has ended between two executions
 *
 * Return: true if one has: its scenario says cannot_undo(), so the next execution had another guest.
 */
bool guest_cannot_undo(void)
{
	return cannot_undo;
}

/**
 * guest_memory() - how large guests were
 *
 * Return: bytes, of the largest that was stopped, at its largest.
 */
unsigned long guest_memory(void)
{
	struct rusage usage;

	getrusage(RUSAGE_CHILDREN, &usage);
	return usage.ru_maxrss * 1024UL;
}
