/* SPDX-License-Identifier: GPL-2.0 */
/* A 9P2000.L server inside the scenario, behind a socket: it has one file, 'file', in memory. */
#ifndef P9_H
#define P9_H

/* Mount it at @path, with further @options such as "cache=loose", or NULL. */
void p9_play(const char *path, const char *options);

/* The server calls this before it answers a request, with the type. It may sleep. May be NULL. */
extern void (*p9_before)(unsigned int type);

#endif /* P9_H */
