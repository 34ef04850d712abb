/* SPDX-License-Identifier: GPL-2.0 */
/* A FUSE server inside the scenario: one file, 'file', in memory. */
#ifndef FUSE_H
#define FUSE_H

/* Mount it at @path. Requests are answered by a thread that is no actor, or not at all; see below. */
void fuse_play(const char *path);

/*
 * Called for each request before it is answered, with its number in linux/fuse.h; it may sleep, and so
 * hold back who waits for the answer. May be NULL.
 */
extern void (*fuse_before)(unsigned int opcode);

#endif /* FUSE_H */
