// SPDX-License-Identifier: GPL-2.0
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include "text.h"
#include "util.h"

/**
 * reserve() - make room in a text
 * @text: which; its bytes may be elsewhere afterwards
 * @size: how many bytes it is to have room for, with the zero byte behind it
 */
void reserve(struct text *text, size_t size)
{
	while (text->size < size) {
		text->size = text->size ? 2 * text->size : 256;
		text->bytes = more(text->bytes, text->size);
	}
}

/**
 * append_bytes() - append bytes to a text
 * @text: which; its bytes may be elsewhere afterwards
 * @bytes: what is added; a zero byte goes behind it
 * @length: of that
 */
void append_bytes(struct text *text, const char *bytes, size_t length)
{
	reserve(text, text->length + length + 1);
	memcpy(text->bytes + text->length, bytes, length);
	text->length += length;
	text->bytes[text->length] = '\0';
}

/**
 * append() - append to a text what printf() would write
 * @text: which
 * @fmt: as of printf()
 */
void append(struct text *text, const char *fmt, ...)
{
	va_list args;

	va_start(args, fmt);
	append_list(text, fmt, args);
	va_end(args);
}

/**
 * append_list() - append to a text what vprintf() would write
 * @text: which
 * @fmt: as of vprintf()
 * @args: likewise
 */
void append_list(struct text *text, const char *fmt, va_list args)
{
	va_list again;
	size_t length;

	va_copy(again, args);
	length = vsnprintf(NULL, 0, fmt, again);
	va_end(again);
	reserve(text, text->length + length + 1);
	vsnprintf(text->bytes + text->length, length + 1, fmt, args);
	text->length += length;
}

/**
 * clear() - make a text empty; its memory stays
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

/**
 * append_string() - append a string to a text
 * @text: which
 * @string: what is added
 */
void append_string(struct text *text, const char *string)
{
	append_bytes(text, string, strlen(string));
}

/**
 * append_repeated() - append the same character to a text several times
 * @text: which
 * @c: the character
 * @times: how often; none where it is below zero
 */
void append_repeated(struct text *text, char c, int times)
{
	while (times-- > 0)
		append_bytes(text, &c, 1);
}

/* The bytes of the first @width characters, or of all. A byte 10xxxxxx begins none in UTF-8. */
static size_t bytes_of(const char *string, int width)
{
	size_t i;

	for (i = 0; string[i]; i++)
		if ((string[i] & 0xc0) != 0x80 && width-- <= 0)
			break;
	return i;
}

/**
 * width_of() - how wide a string is
 * @string: in UTF-8
 *
 * Return: its characters, whatever the locale is.
 */
int width_of(const char *string)
{
	int width = 0;

	for (; *string; string++)
		width += (*string & 0xc0) != 0x80;
	return width;
}

/**
 * append_cut() - append as much of a string as there is room for
 * @text: which
 * @string: in UTF-8
 * @width: so many of its characters
 */
void append_cut(struct text *text, const char *string, int width)
{
	append_bytes(text, string, bytes_of(string, width));
}

/**
 * append_padded() - append a string to a text, and blanks behind it
 * @text: which
 * @string: in UTF-8
 * @width: of both; the string is not cut
 */
void append_padded(struct text *text, const char *string, int width)
{
	append_string(text, string);
	append_repeated(text, ' ', width - width_of(string));
}

/**
 * trim() - remove the blanks at the end of a text
 * @text: which
 */
void trim(struct text *text)
{
	while (text->length && text->bytes[text->length - 1] == ' ')
		text->bytes[--text->length] = '\0';
}

#define TERMINAL_WIDTH 80 /* of one that does not tell */

/**
 * tell_in_line() - show a string in the current line of the terminal at standard error
 * @string: cut to the width of the terminal, since what is longer would stay
 */
void tell_in_line(const char *string)
{
	struct text text = {};
	struct winsize size;
	int width = TERMINAL_WIDTH;

	if (!ioctl(STDERR_FILENO, TIOCGWINSZ, &size) && size.ws_col)
		width = size.ws_col;
	append_cut(&text, string, width - 1);
	append_repeated(&text, ' ', width - 1 - width_of(string));
	fprintf(stderr, "\r%s", text.bytes);
	free(text.bytes);
}

/**
 * find_line() - a line in lines
 * @lines: each ends with a newline
 * @line: which
 * @length: of it, without a newline
 *
 * Return: the line there, or NULL.
 */
const char *find_line(const struct text *lines, const char *line, size_t length)
{
	for (const char *at = lines->bytes; at && *at; at += strcspn(at, "\n") + 1)
		if (strcspn(at, "\n") == length && !memcmp(at, line, length))
			return at;
	return NULL;
}

/**
 * add_line() - append a line, unless it is there
 * @lines: each ends with a newline
 * @line: which
 * @length: of it, without a newline
 */
void add_line(struct text *lines, const char *line, size_t length)
{
	if (!find_line(lines, line, length))
		append(lines, "%.*s\n", (int)length, line);
}
