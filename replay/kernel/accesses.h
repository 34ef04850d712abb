/* SPDX-License-Identifier: GPL-2.0 */
/* Accesses: places where the kernel is about to access memory. */
#ifndef _REPLAY_ACCESSES_H
#define _REPLAY_ACCESSES_H

int replay_access_place(const char *name);
void replay_accesses_begin(void);

#endif /* _REPLAY_ACCESSES_H */
