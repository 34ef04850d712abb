/* SPDX-License-Identifier: GPL-2.0 */
/*
 * io_uring, by liburing. This includes liburing.h, so io_uring_prep_read() and the rest are there,
 * too. Each function here ends the run as BROKEN if it fails.
 *
 * Library: uring, of liburing-dev
 */
#ifndef URING_H
#define URING_H

#include <liburing.h>

/*
 * Make a ring with so many entries, and @flags such as IORING_SETUP_SQPOLL. io_uring_queue_exit()
 * ends it.
 */
void make_ring(struct io_uring *ring, unsigned int entries, unsigned int flags);

/* Returns the next entry, which is empty; io_uring_prep_*() fills it. */
struct io_uring_sqe *next_entry(struct io_uring *ring);

/* Submit the entries that are filled. The kernel does what it can at once in the calling task. */
void submit(struct io_uring *ring);

/* Sleeps until an entry is completed, and returns its result. An error is negative. */
int completion(struct io_uring *ring);

#endif /* URING_H */
