/* SPDX-License-Identifier: GPL-2.0 */
/* Program: the accesses of the guest's program to its own memory. */
#ifndef _REPLAY_PROGRAM_H
#define _REPLAY_PROGRAM_H

#include <linux/types.h>

int replay_program(unsigned long address);
void replay_program_begin(void);
void replay_program_transition_begin(void);
bool replay_program_transition_end(unsigned int actor);

#endif /* _REPLAY_PROGRAM_H */
