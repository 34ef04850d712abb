// SPDX-License-Identifier: GPL-2.0
#include <stdio.h>
#include <string.h>

#include "facts.h"
#include "util.h"

static enum replay_kind kind_of(const char *value)
{
	switch (*value) {
	case '#':
		return REPLAY_KIND_OBJECT;
	case '@':
		return REPLAY_KIND_CONTAINER;
	case 'E':
		return REPLAY_KIND_ERROR;
	case '+':
	case '-':
		return REPLAY_KIND_VALUE;
	default:
		return !strncmp(value, "0x", 2) ? REPLAY_KIND_HANDLE : REPLAY_KIND_INDEX;
	}
}

static size_t next_word(const char **rest, const char **word)
{
	size_t length = strcspn(*rest, " ");

	*word = *rest;
	*rest += length;
	*rest += strspn(*rest, " ");
	return length;
}

/**
 * fact_next() - the next fact of an event
 * @rest: where they go on, from event->rest; moved behind it
 * @fact: where it goes
 *
 * Return: false behind the last. A word that is no fact is left out.
 */
bool fact_next(const char **rest, struct fact *fact)
{
	while (**rest) {
		const char *word;
		size_t length = next_word(rest, &word);
		const char *equals = memchr(word, '=', length);

		if (!equals)
			continue;
		fact->name = word;
		fact->name_length = equals - word;
		fact->value = equals + 1;
		fact->length = length - fact->name_length - 1;
		fact->kind = kind_of(fact->value);
		return true;
	}
	return false;
}

/**
 * facts_say_atomic() - must the actor not sleep there?
 * @event: where it is
 *
 * Return: true where it must not.
 */
bool facts_say_atomic(const struct event *event)
{
	static const char atomic[] = "atomic";
	const char *rest = event->rest, *word;

	while (*rest)
		if (next_word(&rest, &word) == strlen(atomic) &&
		    !strncmp(word, atomic, strlen(atomic)))
			return true;
	return false;
}

/**
 * facts_document() - print what kinds of facts there are
 */
void facts_document(void)
{
	static const struct {
		const char *kind, *format, *text;
	} kinds[] = {
#define KIND(kind, format, text) { #kind, format, text },
		REPLAY_KINDS(KIND)
#undef KIND
	};

	puts("\nfacts, behind a NAME, each as NAME=VALUE:\n");
	for (unsigned int i = 0; i < ARRAY_SIZE(kinds); i++)
		printf("  %-11s %-6s %s\n", kinds[i].kind, kinds[i].format, kinds[i].text);
	puts("  atomic             the actor must not sleep there");
}
