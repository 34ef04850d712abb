/* SPDX-License-Identifier: GPL-2.0 */
/* Read whole files, and their lines. */
#ifndef FILE_H
#define FILE_H

#include <stdbool.h>
#include <stddef.h>

char *file_read(const char *path, size_t *length);
char *file_need(const char *path, const char *what, size_t *length);
char *next_line(char **rest);
char *path_in(const char *directory, const char *name);
const char *after(const char *text, const char *prefix);

#endif /* FILE_H */
