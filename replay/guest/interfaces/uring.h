/* SPDX-License-Identifier: GPL-2.0 */
/*
 * io_uring, by liburing: io_uring_prep_read() and all else that is in its header is there, too. Whoever
 * includes this is linked with it. All of these are BROKEN where they fail.
 */
#ifndef URING_H
#define URING_H

#include <liburing.h>

/* A ring of so many entries, with @flags, as IORING_SETUP_SQPOLL. io_uring_queue_exit() ends it. */
void make_ring(struct io_uring *ring, unsigned int entries, unsigned int flags);

/* The next entry, which is empty; io_uring_prep_*() fills it. */
struct io_uring_sqe *next_entry(struct io_uring *ring);

/* Hand over what is filled. What can be done at once is done in the task that calls it. */
void submit(struct io_uring *ring);

/* The result of the next one that is completed: sleeps until there is one. An error is negative. */
int completion(struct io_uring *ring);

#endif /* URING_H */
