/* SPDX-License-Identifier: GPL-2.0 */
/* A 9p server (9P2000.L) inside the scenario, behind a socket: one file, 'file', in memory. */
#ifndef P9_H
#define P9_H

/* Mount it at @path; @options on top of those that are needed, as "cache=loose", or NULL. */
void p9_play(const char *path, const char *options);

/* Called for each request before it is answered, with its type; it may sleep. May be NULL. */
extern void (*p9_before)(unsigned int type);

#endif /* P9_H */
