/* SPDX-License-Identifier: GPL-2.0 */
/* Strings that grow. */
#ifndef TEXT_H
#define TEXT_H

#include <stdarg.h>
#include <stddef.h>

/* Empty where all of it is zero; bytes is NULL until something was appended or cleared. */
struct text {
	char *bytes;
	size_t length, size;
};

void append(struct text *text, const char *fmt, ...) __attribute__((format(printf, 2, 3)));
void append_list(struct text *text, const char *fmt, va_list args)
	__attribute__((format(printf, 2, 0)));
void append_bytes(struct text *text, const char *bytes, size_t length);
void append_string(struct text *text, const char *string);
void add_line(struct text *lines, const char *line, size_t length);
const char *find_line(const struct text *lines, const char *line, size_t length);
void append_repeated(struct text *text, char c, int times);
void append_padded(struct text *text, const char *string, int width);
void append_cut(struct text *text, const char *string, int width);
void trim(struct text *text);
void reserve(struct text *text, size_t size);
void clear(struct text *text);
char *copy_of(const char *text);
int width_of(const char *string);
void tell_in_line(const char *string);

#endif /* TEXT_H */
