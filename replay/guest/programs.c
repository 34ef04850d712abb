// SPDX-License-Identifier: GPL-2.0
#include "programs.h"
#include "scenario.h"

#include <errno.h>
#include <spawn.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#define COMMAND_MAX 512
#define WORDS_MAX 32

#define PLACES "/usr/sbin:/usr/bin:/sbin:/bin"

static char *const environment[] = { "PATH=" PLACES, "LC_ALL=C", NULL };

static void cut(char *command, char **words)
{
	unsigned int nr = 0;
	char *word;

	while ((word = strsep(&command, " "))) {
		if (!*word)
			continue;
		if (nr == WORDS_MAX - 1)
			broken("run() takes %d words, and '%s' is one more", WORDS_MAX - 1, word);
		words[nr++] = word;
	}
	words[nr] = NULL;
	if (!nr)
		broken("run() takes a command, and it is empty");
}

/* The file that posix_spawnp() takes for @program; false if there is none. */
static bool find_program(const char *program, char *path, size_t size)
{
	char places[] = PLACES, *rest = places, *place;

	if (strchr(program, '/')) {
		snprintf(path, size, "%s", program);
		return !access(path, F_OK);
	}
	while ((place = strsep(&rest, ":"))) {
		snprintf(path, size, "%s/%s", place, program);
		if (!access(path, F_OK))
			return true;
	}
	return false;
}

/* The word behind "#!" in the first line of @path; false if it has none. */
static bool read_interpreter(const char *path, char word[64])
{
	FILE *file = fopen(path, "r");
	bool is_script = file && fscanf(file, "#! %63s", word) == 1;

	if (file)
		fclose(file);
	return is_script;
}

static void __attribute__((noreturn)) cannot_run(const char *program)
{
	int error = errno;
	char path[COMMAND_MAX + sizeof(PLACES)], interpreter[64];
	bool is_there = find_program(program, path, sizeof(path));

	if (!is_there || !read_interpreter(path, interpreter))
		strcpy(interpreter, "ld.so");
	errno = error;
	if (error == ENOEXEC)
		broken("cannot run '%s'; an ELF program of this machine is expected, or a script, which begins with #! and its interpreter",
		       program);
	if (error != ENOENT)
		broken("cannot run '%s'", program);
	if (!is_there)
		broken("cannot run '%s'; a file 'programs' in the scenario's folder names what its guest has",
		       program);
	/* The kernel says ENOENT of what it needs to run the program, too. */
	broken("cannot run '%s': it is there, and its interpreter '%s' is not; a file 'programs' in the scenario's folder names what its guest has in /bin",
	       program, interpreter);
}

/* The program's output goes to the pipe. The program does not inherit the other end of the pipe. */
static pid_t spawn(char **words, const int *ends)
{
	posix_spawn_file_actions_t actions;
	pid_t pid;

	posix_spawn_file_actions_init(&actions);
	posix_spawn_file_actions_adddup2(&actions, ends[1], STDOUT_FILENO);
	posix_spawn_file_actions_adddup2(&actions, ends[1], STDERR_FILENO);
	posix_spawn_file_actions_addclose(&actions, ends[0]);
	posix_spawn_file_actions_addclose(&actions, ends[1]);
	setenv("PATH", PLACES, 1);
	errno = posix_spawnp(&pid, words[0], &actions, NULL, words, environment);
	if (errno)
		cannot_run(words[0]);
	posix_spawn_file_actions_destroy(&actions);
	return pid;
}

/*
 * Waits for the end of the command, and returns its exit status. @said gets the begin of its
 * output. This reads all of the output, so that the program does not block.
 */
static int execute(char *command, char *said, size_t size)
{
	char *words[WORDS_MAX];
	size_t length = 0;
	int ends[2], status;
	long got;
	pid_t pid;

	cut(command, words);
	if (pipe(ends))
		broken("cannot make a pipe for what '%s' says", words[0]);
	pid = spawn(words, ends);
	close(ends[1]);
	do {
		char rest[512];
		size_t room = size - 1 - length;

		got = room ? read(ends[0], said + length, room) : read(ends[0], rest, sizeof(rest));
		if (room && got > 0)
			length += got;
	} while (got > 0);
	close(ends[0]);
	said[length] = '\0';
	if (waitpid(pid, &status, 0) != pid)
		broken("cannot wait for '%s'", words[0]);
	errno = 0;
	if (WIFSIGNALED(status))
		broken("'%s' was killed by signal %d: %.*s", words[0], WTERMSIG(status),
		       (int)strcspn(said, "\n"), said);
	return WEXITSTATUS(status);
}

static void say(char *command, size_t size, const char *format, va_list args)
{
	if (vsnprintf(command, size, format, args) >= (int)size)
		broken("a command has room for %zu bytes: '%.64s...'", size - 1, command);
}

void run(const char *format, ...)
{
	char command[COMMAND_MAX], said[192];
	va_list args;
	int status;

	va_start(args, format);
	say(command, sizeof(command), format, args);
	va_end(args);
	status = execute(command, said, sizeof(said));
	/* The first line says what is wrong. */
	if (status)
		broken("'%s' ended with status %d: %.*s", command, status, (int)strcspn(said, "\n"),
		       said);
}

bool succeeds(const char *format, ...)
{
	char command[COMMAND_MAX], said[4096];
	va_list args;
	int status;

	va_start(args, format);
	say(command, sizeof(command), format, args);
	va_end(args);
	status = execute(command, said, sizeof(said));
	if (status)
		fprintf(stderr, "'%s' ended with status %d:\n%s\n", command, status, said);
	return !status;
}
