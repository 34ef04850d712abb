// SPDX-License-Identifier: GPL-2.0
/*
 * A thread of io_uring has a turn for each request that it is handed: it writes to a pipe that the
 * reader looks into in the meantime.
 */
#define _GNU_SOURCE
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
	written = 0;
	if (pipe2(ends, O_NONBLOCK))
		broken("cannot make a pipe");
}

static int requests(void)
{
	return is_case("two") ? 2 : 1;
}

static void asker(void)
{
	struct io_uring ring;
	struct io_uring_sqe *entry;
	int i;

	make_ring(&ring, 4, 0);
	for (i = 0; i < requests(); i++) {
		entry = next_entry(&ring);
		io_uring_prep_write(entry, ends[1], "x", 1, -1);
		entry->flags |= IOSQE_ASYNC;
	}
	submit(&ring);
	for (i = 0; i < requests(); i++)
		written += completion(&ring);
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
	ok(written == requests(), "each request writes its byte");
	if (is_case("two"))
		ok(early == 1 && late == -EAGAIN, "the second is written behind the first");
	else
		ok(early == -EAGAIN && late == 1, "it is there once the thread has written it");
}

const struct scenario scenario = {
	.setup = setup,
	.actors = { ACTOR(asker), ACTOR(reader), WORK(writer, "io_wq_submit_work") },
	.check = check,
};
