// SPDX-License-Identifier: GPL-2.0
/*
 * A thread of io_uring has a turn for each request that it is handed: it writes to a pipe that the
 * reader looks into in the meantime.
 */
#include "scenario.h"
#include "uring.h"

#include <errno.h>
#include <fcntl.h>
#include <unistd.h>

static int ends[2];
static long early, late;
static int written;

static void setup(void)
{
	if (pipe2(ends, O_NONBLOCK))
		broken("cannot make a pipe");
}

static void asker(void)
{
	struct io_uring ring;
	struct io_uring_sqe *entry;

	make_ring(&ring, 4, 0);
	entry = next_entry(&ring);
	io_uring_prep_write(entry, ends[1], "x", 1, -1);
	entry->flags |= IOSQE_ASYNC;
	submit(&ring);
	written = completion(&ring);
	io_uring_queue_exit(&ring);
}

static long look(void)
{
	char byte;

	return read(ends[0], &byte, 1) < 0 ? -errno : 1;
}

static void reader(void)
{
	early = look();
	at_point("looked");
	late = look();
}

static void check(void)
{
	ok(written == 1, "the byte is written");
	ok(early == -EAGAIN && late == 1, "it is there once the thread has written it");
}

const struct scenario scenario = {
	.setup = setup,
	.actors = { ACTOR(asker), ACTOR(reader), WORK(writer, "io_wq_submit_work") },
	.check = check,
};
