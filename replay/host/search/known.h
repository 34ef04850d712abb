/* SPDX-License-Identifier: GPL-2.0 */
/*
 * Records of executions that were run before, here or elsewhere, found by their prefix. --known
 * and --state name the files that are read; new records go to the file of --state.
 */
#ifndef KNOWN_H
#define KNOWN_H

#include "abi/limits.h"
#include "text.h"

#define WHAT_MAX (4096 + REPLAY_POINTS_TEXT_MAX) /* of what is explored, a line */

void known_read(const char *path, const char *what);
void known_open(const char *path, const char *what);
void known_write(const char *choices, const struct text *record);
void known_close(void);
const char *known_record(const char *choices);

#endif /* KNOWN_H */
