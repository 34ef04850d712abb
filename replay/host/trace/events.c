// SPDX-License-Identifier: GPL-2.0
#include <stdio.h>
#include <string.h>

#include "events.h"
#include "util.h"

static const struct {
	const char *word, *arguments, *text;
	enum replay_event_arguments kind;
} events[] = {
#define EVENT(word, arguments, text) { #word, #arguments, text, REPLAY_ARGUMENTS_##arguments },
	REPLAY_EVENTS(EVENT)
#undef EVENT
};

static const struct {
	const char *word, *kind, *text;
} facts[] = {
#define FACT(word, kind, text) { #word, #kind, text },
	REPLAY_FACTS(FACT)
#undef FACT
};

/**
 * event_kind() - the event of a word
 * @word: as it is in a trace
 *
 * Return: an enum replay_event; REPLAY_EVENTS_NR where no event has this word.
 */
unsigned int event_kind(const char *word)
{
	unsigned int i;

	for (i = 0; i < ARRAY_SIZE(events) && strcmp(events[i].word, word); i++)
		;
	return i;
}

/**
 * event_arguments() - what follows the word of an event
 * @kind: of event_kind()
 *
 * Return: of an event that is not known, the rest of the line.
 */
enum replay_event_arguments event_arguments(unsigned int kind)
{
	return kind < REPLAY_EVENTS_NR ? events[kind].kind : REPLAY_ARGUMENTS_TEXT;
}

/**
 * fact_of() - the fact of a word
 * @word: of which the first bytes count
 * @length: so many
 *
 * Return: an enum replay_fact; REPLAY_FACTS_NR where no fact has this word.
 */
unsigned int fact_of(const char *word, size_t length)
{
	unsigned int i;

	for (i = 0; i < ARRAY_SIZE(facts); i++)
		if (strlen(facts[i].word) == length && !memcmp(facts[i].word, word, length))
			break;
	return i;
}

/**
 * events_document() - print what each event and each fact is
 */
void events_document(void)
{
	puts("NUMBER TIME ACTOR EVENT [ARGUMENTS]\n\nevents:\n");
	for (unsigned int i = 0; i < ARRAY_SIZE(events); i++)
		printf("  %-11s %-5s %s\n", events[i].word, events[i].arguments, events[i].text);
	puts("\nfacts, behind a NAME:\n");
	for (unsigned int i = 0; i < ARRAY_SIZE(facts); i++)
		printf("  %-11s %-6s %s\n", facts[i].word, facts[i].kind, facts[i].text);
}
