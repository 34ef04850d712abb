// SPDX-License-Identifier: GPL-2.0
#include "uring.h"
#include "scenario.h"

#include <errno.h>

/* liburing gives an error back. */
static void is_done(int result, const char *what)
{
	if (result >= 0)
		return;
	errno = -result;
	broken("%s", what);
}

void make_ring(struct io_uring *ring, unsigned int entries, unsigned int flags)
{
	is_done(io_uring_queue_init(entries, ring, flags),
		"cannot make a ring of io_uring, for which the kernel has to have CONFIG_IO_URING");
}

struct io_uring_sqe *next_entry(struct io_uring *ring)
{
	struct io_uring_sqe *entry = io_uring_get_sqe(ring);

	if (!entry) {
		errno = EBUSY;
		broken("all %u entries of the ring are filled, and not submitted",
		       ring->sq.ring_entries);
	}
	return entry;
}

void submit(struct io_uring *ring)
{
	is_done(io_uring_submit(ring), "the ring takes no entries");
}

int completion(struct io_uring *ring)
{
	struct io_uring_cqe *entry;
	int result;

	is_done(io_uring_wait_cqe(ring, &entry), "cannot wait for what the ring completes");
	result = entry->res;
	io_uring_cqe_seen(ring, entry);
	return result;
}
