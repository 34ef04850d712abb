// SPDX-License-Identifier: GPL-2.0
/*
 * A program becomes one that sets the user, and that nobody may run, while somebody begins to.
 *
 * f50733b45d86 ("exec: Fix ToCToU between perm check and set-uid/gid usage"), CVE-2024-43882.
 * Whether a program may be run is asked when it is opened, and which user it is run as is looked up
 * much later. Where it went from ---------x to ---S------ in between, it ran as root.
 *
 *     runner                              changer
 *     ------                              -------
 *     do_open_execat(): may be run
 *                                         chmod(): sets the user, and may
 *                                         not be run
 *     begin_new_exec()
 *       bprm_fill_uid(): as root
 *
 * Limits: the program is this one.
 */
#define _GNU_SOURCE
#include "scenario.h"

#include <fcntl.h>
#include <string.h>
#include <sys/sendfile.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#define PROGRAM "/program"
#define SOMEBODY 1000

/* How the runner ends: what it ran as, or that it could not. */
enum { AS_ROOT = 1, AS_SOMEBODY, NOT_AT_ALL };

/* Of the program that is run. */
static void __attribute__((constructor)) begin(int argc, char **argv)
{
	if (argc && !strcmp(argv[0], PROGRAM))
		_exit(geteuid() ? AS_SOMEBODY : AS_ROOT);
}

static void undo(void)
{
	unlink(PROGRAM);
}

static void setup(void)
{
	int from = open("/init", O_RDONLY);
	int to = open(PROGRAM, O_WRONLY | O_CREAT | O_EXCL, 0600);
	struct stat stat;

	at_end(undo);
	if (from < 0 || to < 0 || fstat(from, &stat) ||
	    sendfile(to, from, NULL, stat.st_size) != stat.st_size || fchmod(to, S_IXOTH))
		broken("cannot copy the program");
	close(from);
	close(to);
}

static void runner(void)
{
	char *argv[] = { PROGRAM, NULL };

	if (setresgid(SOMEBODY, SOMEBODY, SOMEBODY) || setresuid(SOMEBODY, SOMEBODY, SOMEBODY))
		broken("cannot become somebody");
	execve(PROGRAM, argv, argv + 1);
	_exit(NOT_AT_ALL);
}

static void changer(void)
{
	if (chmod(PROGRAM, S_ISUID))
		broken("cannot change the mode of the program");
}

static void check(void)
{
	int ended = WEXITSTATUS(status_of("runner"));

	outcome("it runs", "%s",
		ended == AS_ROOT     ? "as root" :
		ended == AS_SOMEBODY ? "as somebody" :
		ended == NOT_AT_ALL  ? "not at all" :
				       "?");
	ok(ended == AS_SOMEBODY || ended == NOT_AT_ALL, "nobody becomes root");
}

const struct scenario scenario = {
	.setup = setup,
	.actors = { PROCESS(runner), ACTOR(changer) },
	.check = check,
};
