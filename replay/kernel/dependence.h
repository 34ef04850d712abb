/* SPDX-License-Identifier: GPL-2.0 */
/* Dependence: which transitions of an execution depend on each other. */
#ifndef _REPLAY_DEPENDENCE_H
#define _REPLAY_DEPENDENCE_H

#include <linux/types.h>

void replay_tell_accesses(void (*told)(unsigned long pc, unsigned long address, bool write));
void replay_access_at(const volatile void *object, size_t size, bool write, unsigned long pc);
void replay_touch(unsigned long address, bool write);
void replay_change(unsigned long address);
void replay_dependence_begin(void);
void replay_transition_begin(unsigned int transition, unsigned int actor);
const unsigned long *replay_transition_end(bool all_known);

#endif /* _REPLAY_DEPENDENCE_H */
