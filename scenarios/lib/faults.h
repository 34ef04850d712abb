/* SPDX-License-Identifier: GPL-2.0 */
/*
 * A buffer whose end lies on an unmapped page. If the kernel copies from it or to it, the copy
 * faults midway. fuse.h has another such buffer, fuse_fault_at().
 */
#ifndef FAULTS_H
#define FAULTS_H

#include <stddef.h>

/*
 * A buffer with a copy of @data, whose byte @at is the first on the unmapped page. Up to a page
 * fits before that byte, and a page from there on. To hold an actor in the fault: 'let A enter
 * handle_mm_fault'.
 */
char *fault_at(const void *data, size_t length, size_t at);

/*
 * The same, by userfaultfd ('userfaultfd' in needs): a task that faults there sleeps until another
 * one calls end_fault(). So it sleeps where the kernel itself sleeps, and no point is needed. One
 * at a time.
 */
char *held_fault_at(const void *data, size_t length, size_t at);
void end_fault(void);

#endif /* FAULTS_H */
