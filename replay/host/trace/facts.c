// SPDX-License-Identifier: GPL-2.0
#include <stdio.h>
#include <string.h>

#include "facts.h"
#include "line.h"
#include "util.h"

static const struct {
	const char *kind, *format, *text;
} kinds[] = {
#define KIND(kind, format, text) { #kind, format, text },
	REPLAY_KINDS(KIND)
#undef KIND
};

static enum replay_kind kind_of(const char *value)
{
	for (unsigned int i = 0; i < ARRAY_SIZE(kinds); i++) {
		size_t length = strcspn(kinds[i].format, "%");

		if (length && !strncmp(value, kinds[i].format, length))
			return i;
	}
	/* Of those that begin with the number, one has always a sign. */
	return *value == '+' || *value == '-' ? REPLAY_KIND_VALUE : REPLAY_KIND_INDEX;
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
		struct word word = word_next(rest);
		const char *equals = memchr(word.text, '=', word.length);

		if (!equals)
			continue;
		fact->name = word.text;
		fact->name_length = equals - word.text;
		fact->value = equals + 1;
		fact->length = word.length - fact->name_length - 1;
		fact->kind = kind_of(fact->value);
		return true;
	}
	return false;
}

/**
 * facts_say_atomic() - must the actor not sleep there?
 * @rest: the facts of an event
 *
 * Return: true where it must not.
 */
bool facts_say_atomic(const char *rest)
{
	while (*rest) {
		struct word word = word_next(&rest);

		if (word_is(&word, "atomic"))
			return true;
	}
	return false;
}

/**
 * facts_document() - print what kinds of facts there are
 */
void facts_document(void)
{
	puts("\nfacts, behind a NAME, each as NAME=VALUE:\n");
	for (unsigned int i = 0; i < ARRAY_SIZE(kinds); i++)
		printf("  %-11s %-6s %s\n", kinds[i].kind, kinds[i].format, kinds[i].text);
	puts("  atomic             the actor must not sleep there");
}
