/* SPDX-License-Identifier: GPL-2.0 */
/* Points: the places where an actor can be held. */
#ifndef _REPLAY_POINTS_H
#define _REPLAY_POINTS_H

#include "actor.h"

struct seq_file;

bool replay_label_exists(const char *name);
void replay_labels_print(char *buf, size_t size);
void replay_labels_reset(void);
void replay_labels_show(struct seq_file *file);
int replay_point_user(struct replay_actor *actor, const char *name);

#endif /* _REPLAY_POINTS_H */
