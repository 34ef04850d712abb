/* SPDX-License-Identifier: GPL-2.0 */
/* Calls: functions that are points, and functions whose calls the trace records. */
#ifndef _REPLAY_CALLS_H
#define _REPLAY_CALLS_H

#include "actor.h"

struct module;

extern bool (*replay_find_in_modules)(const char *function);

int replay_function(const char *function);
int replay_function_entry(const char *function, unsigned long *entry);
void replay_function_at(unsigned long entry, const char *name);
bool replay_has_room(unsigned long entry);
void replay_functions_gone(const struct module *module);
void replay_record(void);
void replay_calls_return(struct replay_actor *actor);
void replay_leave(struct replay_actor *actor, const char *function);
void replay_leave_forget(struct replay_actor *actor);
void replay_park_at_next_call(void);
void replay_park_forget(void);
void replay_make_text_writable(void);

#endif /* _REPLAY_CALLS_H */
