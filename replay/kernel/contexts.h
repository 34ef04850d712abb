/* SPDX-License-Identifier: GPL-2.0 */
/* Counts what the kernel runs beside the actors, for `points --contexts`. */
#ifndef _REPLAY_CONTEXTS_H
#define _REPLAY_CONTEXTS_H

#include "actor.h"

void replay_kthread_runs(const struct task_struct *task);
void replay_contexts_begin(void);
void replay_contexts_end(void);

#endif /* _REPLAY_CONTEXTS_H */
