// SPDX-License-Identifier: GPL-2.0
/* State shared by the directors and the runtime. procfs_init() selects the director. */
#include "director.h"

const struct replay_director *replay_director;
bool replay_free;
const struct task_struct *replay_waiter;
