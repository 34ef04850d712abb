/* SPDX-License-Identifier: GPL-2.0 */
/* Programs of the host, which the scenario's folder names in its file 'programs'. */
#ifndef PROGRAMS_H
#define PROGRAMS_H

#include <stdbool.h>

/*
 * Run a program, and wait for it. @command has its words, with blanks between them; there is no
 * shell. If its exit status is not 0, the result is BROKEN, with the first line of the program's
 * output. The program is no actor; an actor that calls this sleeps until the program has ended.
 */
void __attribute__((format(printf, 1, 2))) run(const char *command, ...);

/*
 * The same, but returns false if the exit status is not 0; then the console has the begin of its
 * output.
 */
bool __attribute__((format(printf, 1, 2))) succeeds(const char *command, ...);

#endif /* PROGRAMS_H */
