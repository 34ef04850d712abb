// SPDX-License-Identifier: GPL-2.0
/* Director: what it shares with the runtime. procfs.c, which knows all, says who it is. */
#include "director.h"

const struct replay_director *replay_director;
bool replay_free;
bool replay_came;
unsigned int replay_turn;
const struct task_struct *replay_waiter;
