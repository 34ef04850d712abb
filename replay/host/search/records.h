/* SPDX-License-Identifier: GPL-2.0 */
/*
 * Records of executions that were run before, here or elsewhere, found by their prefix. --known
 * and --state name the files that are read; new records go to the file of --state.
 */
#ifndef RECORDS_H
#define RECORDS_H

#include "abi/limits.h"
#include "text.h"

#define WHAT_MAX (4096 + REPLAY_POINTS_TEXT_MAX) /* of what is explored, a line */

void records_read(const char *path, const char *what);
void records_open(const char *path, const char *what);
void records_write(const char *choices, const struct text *record);
void records_close(void);
const char *records_find(const char *choices);

#endif /* RECORDS_H */
