/* SPDX-License-Identifier: GPL-2.0 */
/* Helpers for every part of the host: errors, memory, time, and hashes. */
#ifndef UTIL_H
#define UTIL_H

#include <stddef.h>
#include <stdio.h>

#define ARRAY_SIZE(array) (sizeof(array) / sizeof((array)[0]))
#define min(a, b) ((a) < (b) ? (a) : (b))
#define max(a, b) ((a) > (b) ? (a) : (b))

/* How it exits. */
enum { AS_IT_SHOULD = 0, FAILED = 1, BROKEN = 2 };

extern const char *program_name;

_Noreturn void die(const char *fmt, ...) __attribute__((format(printf, 1, 2)));
void *more(void *old, size_t size);
FILE *opened(const char *path, const char *mode);
void closed(FILE *file, const char *path);
double seconds(void);
const char *plural(unsigned long nr);
unsigned long hash(const char *text);
unsigned long mixed(unsigned long sum, unsigned long value);

#endif /* UTIL_H */
