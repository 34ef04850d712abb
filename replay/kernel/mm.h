/* SPDX-License-Identifier: GPL-2.0 */
/* What all actors share of the kernel's memory management. */
#ifndef _REPLAY_MM_H
#define _REPLAY_MM_H

#include <linux/types.h>

bool replay_mm_counts(unsigned long address);
void replay_mm_begin(void);

#endif /* _REPLAY_MM_H */
