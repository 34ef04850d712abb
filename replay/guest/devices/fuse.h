/* SPDX-License-Identifier: GPL-2.0 */
/* A FUSE server inside the scenario: one file, 'file', in memory. */
#ifndef FUSE_H
#define FUSE_H

#include <stddef.h>

/* Mount it at @path. Requests are answered by a thread that is no actor, or not at all; see below. */
void fuse_play(const char *path);

/*
 * Called for each request before it is answered, with its number in linux/fuse.h; it may sleep, and so
 * hold back who waits for the answer. May be NULL.
 */
extern void (*fuse_before)(unsigned int opcode);

/* Requests of this number are not answered, and all behind the first of them, until fuse_release(). */
void fuse_hold(unsigned int opcode);
void fuse_release(void);

/*
 * A buffer with a copy of that, whose bytes from @at on are on a page of the file that nobody has read: whoever
 * copies from there waits for the answer to FUSE_READ. Before it there is room for a page, and behind it. One at a time.
 */
char *fuse_fault_at(const void *data, size_t size, size_t at);

#endif /* FUSE_H */
