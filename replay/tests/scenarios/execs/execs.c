// SPDX-License-Identifier: GPL-2.0
/* An actor goes on behind execve() as the same actor. */
#include "scenario.h"

#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

static pid_t *pid;
static char *words;

static void __attribute__((constructor)) begin(int argc, char **argv)
{
	if (argc > 1 && !strcmp(argv[1], "again"))
		_exit(7);
}

static void setup(void)
{
	pid = shared_memory(sizeof(*pid));
	words = shared_memory(64);
}

static void execer(void)
{
	char *argv[] = { "/init", "again", NULL };

	*pid = getpid();
	execve("/init", argv, argv + 2);
	broken("cannot exec");
}

static void looker(void)
{
	char path[64];
	int fd;

	snprintf(path, sizeof(path), "/proc/%d/cmdline", *pid);
	fd = open(path, O_RDONLY);
	if (fd < 0 || read(fd, words, 63) < 0)
		broken("cannot read %s", path);
	close(fd);
}

static void check(void)
{
	outcome("the words", "%s %s", words, words + strlen(words) + 1);
	ok(!strcmp(words, "/init"), "it is init");
	ok(WEXITSTATUS(status_of("execer")) == 7, "what it has become ends");
}

const struct scenario scenario = {
	.setup = setup,
	.actors = { PROCESS(execer), ACTOR(looker) },
	.check = check,
};
