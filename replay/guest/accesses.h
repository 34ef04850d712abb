/* SPDX-License-Identifier: GPL-2.0 */
/* The log of the program's accesses to its own memory; the kernel reads it (abi/access_log.h). */
#ifndef ACCESSES_H
#define ACCESSES_H

/* The page that has the log; the kernel empties it. */
void *accesses_page(void);

#endif /* ACCESSES_H */
