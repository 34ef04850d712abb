// SPDX-License-Identifier: GPL-2.0
/* A ring reads from a pipe, which is written to before it looks, or behind that. */
#include "uring.h"
#include "interfaces.h"
#include "scenario.h"

#include <unistd.h>

static int ends[2], result;
static char byte;

static void setup(void)
{
	if (pipe(ends))
		broken("cannot make a pipe");
}

static void read_it(void)
{
	struct io_uring ring;

	make_ring(&ring, 4, 0);
	io_uring_prep_read(next_entry(&ring), ends[0], &byte, 1, 0);
	submit(&ring);
	result = completion(&ring);
	io_uring_queue_exit(&ring);
}

static void write_it(void)
{
	if (write(ends[1], "x", 1) != 1)
		broken("cannot write to a pipe");
}

static void check(void)
{
	ok(result == 1 && byte == 'x', "the ring has read what was written");
}

const struct interface uring = {
	.name = "uring",
	.setup = setup,
	.one = read_it,
	.other = write_it,
	.check = check,
};
