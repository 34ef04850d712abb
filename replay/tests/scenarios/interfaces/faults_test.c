// SPDX-License-Identifier: GPL-2.0
/* A write is midway in a buffer: its second page faults, or comes late. */
#include "faults.h"
#include "fuse.h"
#include "interfaces.h"
#include "scenario.h"

#include <linux/fuse.h>
#include <string.h>
#include <unistd.h>

static int ends[2];
static char *buffer;
static char text[4];

static void new_pipe(void)
{
	if (pipe(ends))
		broken("cannot make a pipe");
}

static void write_it(void)
{
	if (write(ends[1], buffer, 2) != 2)
		broken("cannot write to a pipe");
}

static void is_written(const char *what)
{
	if (read(ends[0], text, sizeof(text)) != 2)
		broken("cannot read from a pipe");
	outcome("written", "%s", text);
	ok(!strcmp(text, what), "the first byte was copied before, and the second behind it");
}

static void setup(void)
{
	new_pipe();
	buffer = fault_at("ab", 2, 1);
}

static void change(void)
{
	buffer[0] = 'A';
	buffer[1] = 'B';
}

static void check(void)
{
	is_written("aB");
}

static void setup_fuse(void)
{
	new_pipe();
	fuse_play("/mnt");
	buffer = fuse_fault_at("ab", 2, 1);
	fuse_hold(FUSE_READ);
}

static void change_first(void)
{
	buffer[0] = 'A';
	fuse_release();
}

static void check_fuse(void)
{
	is_written("ab");
}

static void setup_far(void)
{
	fault_at("ab", 2, 3);
}

const struct interface faults = {
	.name = "faults",
	.setup = setup,
	.one = write_it,
	.other = change,
	.check = check,
};

const struct interface far = { .name = "far", .setup = setup_far };

const struct interface fuse = {
	.name = "fuse",
	.setup = setup_fuse,
	.one = write_it,
	.other = change_first,
	.check = check_fuse,
};
