/* SPDX-License-Identifier: GPL-2.0 */
/* This carrier delays the delivery of timers, hrtimers, RCU callbacks and softirqs. */
#ifndef _REPLAY_DEFER_H
#define _REPLAY_DEFER_H

#include "actor.h"

const char *replay_softirq_function(const char *vector);
void replay_defer_release(void);

#endif /* _REPLAY_DEFER_H */
