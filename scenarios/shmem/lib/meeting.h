/* SPDX-License-Identifier: GPL-2.0 */
/* A fault, a punch, a write and reclaim that meet at the page of struct hole, in any order. */
#ifndef MEETING_H
#define MEETING_H

#include "hole.h"

/* None of them has begun. */
void meeting_setup(void);

/* The actors. */
void swapin(void);
void punch_it(void);
void writer(void);
void reclaimer(void);

/* What holds in each order. Reads the file. */
void meeting_check(void);

#endif /* MEETING_H */
