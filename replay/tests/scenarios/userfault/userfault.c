// SPDX-License-Identifier: GPL-2.0
/* A write sleeps midway in its buffer, whose second page userfaultfd holds back. */
#include "faults.h"
#include "scenario.h"

#include <string.h>
#include <unistd.h>

static int ends[2];
static char *buffer;

static void setup(void)
{
	if (pipe(ends))
		broken("cannot make a pipe");
	buffer = held_fault_at("ab", 2, 1);
}

static void writer(void)
{
	if (write(ends[1], buffer, 2) != 2)
		broken("cannot write to a pipe");
}

static void ender(void)
{
	buffer[0] = 'A';
	end_fault();
}

static void check(void)
{
	char text[4] = "";

	if (read(ends[0], text, sizeof(text)) != 2)
		broken("cannot read from a pipe");
	ok(!strcmp(text, "ab"), "the first byte was copied before, and the second behind it");
}

const struct scenario scenario = {
	.setup = setup,
	.actors = { ACTOR(writer), ACTOR(ender) },
	.check = check,
};
