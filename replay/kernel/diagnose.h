/* SPDX-License-Identifier: GPL-2.0 */
/* Diagnosis: why an execution cannot go on, and where every actor is. */
#ifndef _REPLAY_DIAGNOSE_H
#define _REPLAY_DIAGNOSE_H

#include "abi/events.h"

struct replay_actor;

void replay_stacks(void);
void replay_step_locks(unsigned int step);
void replay_trace_sleep(struct replay_actor *actor, enum replay_event event);
void __noreturn replay_stuck(void);
void __noreturn replay_program_died(const char *how);
void replay_lifetime_begin(void);

#endif /* _REPLAY_DIAGNOSE_H */
