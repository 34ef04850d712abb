/* SPDX-License-Identifier: GPL-2.0 */
/* A FUSE server inside the scenario: it has one file, 'file', in memory. */
#ifndef FUSE_H
#define FUSE_H

#include <stddef.h>

/*
 * Mount it at @path. A thread that is no actor answers the requests, unless fuse_hold() holds them.
 */
void fuse_play(const char *path);

/*
 * The server calls this before it answers a request, with the opcode in linux/fuse.h. It may sleep;
 * then whoever waits for the answer waits on. May be NULL.
 */
extern void (*fuse_before)(unsigned int opcode);

/*
 * From the next request with this opcode on, the server answers nothing until fuse_release():
 * neither that request nor those behind it.
 */
void fuse_hold(unsigned int opcode);
void fuse_release(void);

/*
 * A buffer with a copy of @data. Its bytes from @at on lie on a page of the file that nobody has
 * read yet, so a copy from there waits for the answer to FUSE_READ. Up to a page fits before that
 * place, and a page behind it. There can be one such buffer at a time.
 */
char *fuse_fault_at(const void *data, size_t size, size_t at);

#endif /* FUSE_H */
