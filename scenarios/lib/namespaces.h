/* SPDX-License-Identifier: GPL-2.0 */
/* Namespaces of an actor's own. */
#ifndef NAMESPACES_H
#define NAMESPACES_H

#include <linux/sched.h>

/*
 * Give the caller namespaces of its own, by flags of clone(2): CLONE_NEWNET, with lo up;
 * CLONE_NEWNS, whose mounts the others do not see; CLONE_NEWUSER, in which the caller is root, in a
 * PROCESS() only; CLONE_NEWPID, which its later children get. If the kernel lacks one, that is
 * BROKEN.
 */
void own_namespaces(int flags);

#endif /* NAMESPACES_H */
