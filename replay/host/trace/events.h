/* SPDX-License-Identifier: GPL-2.0 */
/* The words of events and facts. */
#ifndef EVENTS_H
#define EVENTS_H

#include <stddef.h>

#include "abi/events.h"

unsigned int event_kind(const char *word);
enum replay_event_arguments event_arguments(unsigned int kind);
void events_document(void);

#endif /* EVENTS_H */
