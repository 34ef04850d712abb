/* SPDX-License-Identifier: GPL-2.0 */
/*
 * What was done before, here or elsewhere: each record as it came, by the execution that was
 * given. It is read from files of --known and --state, and written to that of --state.
 */
#ifndef KNOWN_H
#define KNOWN_H

#include "text.h"

#define WHAT_MAX 4096 /* of what is explored, a line */

void known_read(const char *path, const char *what);
void known_open(const char *path, const char *what);
void known_write(const char *choices, const struct text *record);
void known_close(void);
const char *known_record(const char *choices);

#endif /* KNOWN_H */
