// SPDX-License-Identifier: GPL-2.0
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "text.h"
#include "util.h"

/* For so much more, and a zero byte behind it. */
static void make_room(struct text *text, size_t length)
{
	while (text->size < text->length + length + 1) {
		text->size = text->size ? 2 * text->size : 256;
		text->bytes = more(text->bytes, text->size);
	}
}

/**
 * append_bytes() - a text becomes longer
 * @text: which; its bytes may be elsewhere afterwards
 * @bytes: what is added; a zero byte goes behind it
 * @length: of that
 */
void append_bytes(struct text *text, const char *bytes, size_t length)
{
	make_room(text, length);
	memcpy(text->bytes + text->length, bytes, length);
	text->length += length;
	text->bytes[text->length] = '\0';
}

/**
 * append() - a text becomes longer by what printf() would write
 * @text: which
 * @fmt: as of printf()
 */
void append(struct text *text, const char *fmt, ...)
{
	va_list args;
	size_t length;

	va_start(args, fmt);
	length = vsnprintf(NULL, 0, fmt, args);
	va_end(args);
	make_room(text, length);
	va_start(args, fmt);
	vsnprintf(text->bytes + text->length, length + 1, fmt, args);
	va_end(args);
	text->length += length;
}

/**
 * clear() - a text becomes empty, and keeps its memory
 * @text: which
 */
void clear(struct text *text)
{
	append_bytes(text, "", 0);
	text->length = 0;
	text->bytes[0] = '\0';
}

/**
 * copy_of() - what strdup() does
 * @text: of what
 *
 * Return: the copy, which is the caller's; never NULL.
 */
char *copy_of(const char *text)
{
	return strcpy(more(NULL, strlen(text) + 1), text);
}
