/* SPDX-License-Identifier: GPL-2.0 */
/*
 * A buffer whose end is on a page that is not mapped: whoever copies from it, or to it, is midway when that
 * faults. Of fuse.h, fuse_fault_at() is another.
 */
#ifndef FAULTS_H
#define FAULTS_H

#include <stddef.h>

/*
 * A buffer with a copy of that, @at bytes before the page; before and behind it there is room for a page each. There the
 * caller is held by 'let A enter handle_mm_fault'.
 */
char *fault_at(const void *data, size_t length, size_t at);

/*
 * The same, and whoever faults sleeps until another calls end_fault(), by userfaultfd ('userfaultfd' in needs): what
 * the kernel has of its own is a place to sleep. One at a time.
 */
char *held_fault_at(const void *data, size_t length, size_t at);
void end_fault(void);

#endif /* FAULTS_H */
