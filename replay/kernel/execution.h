/* SPDX-License-Identifier: GPL-2.0 */
/* An execution, until all actors have finished. */
#ifndef _REPLAY_EXECUTION_H
#define _REPLAY_EXECUTION_H

#include "actor.h"

int replay_announce(char *what);
int replay_direct(unsigned int actors);
void replay_program_gone(int process, int status);

#endif /* _REPLAY_EXECUTION_H */
