// SPDX-License-Identifier: GPL-2.0
#include <stdio.h>
#include <string.h>

#include "events.h"
#include "facts.h"
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
	const char *word, *arguments, *text;
} searched[] = {
#define EVENT(word, arguments, text) { #word, #arguments, text },
	REPLAY_SEARCH_EVENTS(EVENT)
#undef EVENT
};

/**
 * event_kind() - the event of a word
 * @word: as it is in a trace
 *
 * Return: an enum replay_event; REPLAY_EVENTS_NR where no event has this word.
 */
unsigned int event_kind(const struct word *word)
{
	unsigned int i = 0;

	while (i < ARRAY_SIZE(events) && !word_is(word, events[i].word))
		i++;
	return i;
}

/**
 * search_kind() - the event of a word, of those between the events of a trace
 * @word: as a guest says it
 *
 * Return: an enum replay_search_event; REPLAY_SEARCH_EVENTS_NR where no such event has this word.
 */
unsigned int search_kind(const struct word *word)
{
	unsigned int i = 0;

	while (i < ARRAY_SIZE(searched) && !word_is(word, searched[i].word))
		i++;
	return i;
}

/**
 * search_word() - the word of such an event
 * @search: the event
 *
 * Return: the word.
 */
const char *search_word(enum replay_search_event search)
{
	return searched[search].word;
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
 * events_document() - print what each event is, and each kind of fact
 */
void events_document(void)
{
	puts("NUMBER TIME ACTOR EVENT [ARGUMENTS]\n\nevents:\n");
	for (unsigned int i = 0; i < ARRAY_SIZE(events); i++)
		printf("  %-11s %-5s %s\n", events[i].word, events[i].arguments, events[i].text);
	puts("\nand, from a guest that explores, what is no part of the trace:\n");
	for (unsigned int i = 0; i < ARRAY_SIZE(searched); i++)
		printf("  %-11s %-5s %s\n", searched[i].word, searched[i].arguments,
		       searched[i].text);
	facts_document();
}
