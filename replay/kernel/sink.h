/* SPDX-License-Identifier: GPL-2.0 */
/* The sink: events, results and stacks leave the guest here. */
#ifndef _REPLAY_SINK_H
#define _REPLAY_SINK_H

#include "abi/events.h"
#include "actor.h"

/* Counts the steps, or executions, that the director has begun. */
extern unsigned int replay_turn;

/* How many events of one kind a step has had. */
struct replay_recorded {
	unsigned int turn, nr;
};

void __printf(3, 4) replay_trace(const struct replay_actor *actor, enum replay_event event,
				 const char *fmt, ...);
bool replay_trace_more(struct replay_recorded *recorded, const struct replay_actor *actor,
		       const char *what);
void replay_trace_facts(const struct replay_actor *actor, enum replay_event event);
void __printf(3, 4) replay_search(const struct replay_actor *actor, enum replay_search_event event,
				  const char *fmt, ...);
void replay_result(const char *text, size_t len);
void __printf(1, 2) replay_report(const char *fmt, ...);
void __printf(1, 2) replay_stack_line(const char *fmt, ...);
void replay_sink_boot(void);
void replay_sink_begin(void);
void replay_sink_flush(void);
bool replay_sink_is_socket(void);
int replay_sink_ask(char *answer, size_t size);

#endif /* _REPLAY_SINK_H */
