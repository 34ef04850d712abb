/* SPDX-License-Identifier: GPL-2.0 */
/* A log of the accesses of the program to its own memory, for the part in the kernel. */
#ifndef ACCESSES_H
#define ACCESSES_H

/* A page in which it is said; the kernel empties it. */
void *accesses_page(void);

#endif /* ACCESSES_H */
