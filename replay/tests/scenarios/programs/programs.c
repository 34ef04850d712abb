// SPDX-License-Identifier: GPL-2.0
/* Programs of the host, a script and a file are in the guest; one that fails is BROKEN. */
#include "programs.h"
#include "scenario.h"

#include <stdio.h>
#include <string.h>

static char line[64];

static void setup(void)
{
	run("cat /etc/motd");
	run("busybox true");
	run("/etc/script");
}

static void reader(void)
{
	FILE *file = fopen("/etc/motd", "r");

	if (!file || !fgets(line, sizeof(line), file))
		broken("cannot read /etc/motd");
	fclose(file);
	if (is_case("fails"))
		run("cat /etc/nowhere");
	if (is_case("missing"))
		run("no-such-program %d", 1);
	if (is_case("no-interpreter"))
		run("/etc/no-interpreter");
	if (is_case("text"))
		run("/etc/text");
}

static void check(void)
{
	ok(!strcmp(line, "a file of the scenario\n"), "the file is there");
}

const struct scenario scenario = {
	.setup = setup,
	.actors = { ACTOR(reader) },
	.check = check,
};
