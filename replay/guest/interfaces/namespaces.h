/* SPDX-License-Identifier: GPL-2.0 */
/* Namespaces of an actor of its own. */
#ifndef NAMESPACES_H
#define NAMESPACES_H

#include <sched.h>

/*
 * From here on the caller has namespaces of its own, by flags of clone(2): CLONE_NEWNET, in which lo is up;
 * CLONE_NEWNS, of whose mounts the others see nothing; CLONE_NEWUSER, in which it is root, for a PROCESS()
 * only; CLONE_NEWPID, which is for the children that it makes then. BROKEN where the kernel has them not.
 */
void own_namespaces(int flags);

#endif /* NAMESPACES_H */
