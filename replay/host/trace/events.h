/* SPDX-License-Identifier: GPL-2.0 */
/* The words of events and of kinds of facts. */
#ifndef EVENTS_H
#define EVENTS_H

#include "abi/events.h"
#include "line.h"

unsigned int event_kind(const struct word *word);
unsigned int search_kind(const struct word *word);
const char *search_word(enum replay_search_event search);
enum replay_event_arguments event_arguments(unsigned int kind);
void events_document(void);

#endif /* EVENTS_H */
