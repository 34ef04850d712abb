/* SPDX-License-Identifier: GPL-2.0 */
/* Programs of the host, which the scenario's folder names in its file programs. */
#ifndef PROGRAMS_H
#define PROGRAMS_H

#include <stdbool.h>

/*
 * Run one, and wait for it: its words, with blanks between them, and no shell. What it says is
 * told, and the result BROKEN, where its status is not 0. It may sleep; whoever calls it while the
 * schedule is followed sleeps until the program is over, which runs as no actor.
 */
void __attribute__((format(printf, 1, 2))) run(const char *command, ...);

/* The same; false where its status is not 0, and then what it says first is on the console. */
bool __attribute__((format(printf, 1, 2))) succeeds(const char *command, ...);

#endif /* PROGRAMS_H */
