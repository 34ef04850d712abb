// SPDX-License-Identifier: GPL-2.0
#include <ctype.h>
#include <string.h>

#include "line.h"

/**
 * word_next() - the next word of a line
 * @rest: where the line goes on; moved behind the word and the blank behind it
 *
 * Return: the word; an empty one at the end of the line, which is a zero byte or a new line.
 */
struct word word_next(const char **rest)
{
	struct word word = { *rest, strcspn(*rest, " \n") };

	*rest += word.length;
	if (**rest == ' ')
		++*rest;
	return word;
}

/**
 * word_is() - compare a word with a string
 * @word: of a line
 * @text: the string
 *
 * Return: true where they are equal.
 */
bool word_is(const struct word *word, const char *text)
{
	return strlen(text) == word->length && !memcmp(word->text, text, word->length);
}

static bool is_number(struct word word)
{
	return isdigit((unsigned char)*word.text);
}

/**
 * line_read() - read the words that every line has
 * @line: where they go; they are good as long as @text is
 * @text: the line, up to a zero byte or a new line
 *
 * Return: false where it has not all of them.
 */
bool line_read(struct line *line, const char *text)
{
	if (!is_number(word_next(&text)) || !is_number(word_next(&text)))
		return false;
	line->actor = word_next(&text);
	line->event = word_next(&text);
	line->arguments = text;
	return line->actor.length && line->event.length;
}
