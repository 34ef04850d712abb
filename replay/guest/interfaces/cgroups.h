/* SPDX-License-Identifier: GPL-2.0 */
/* Control groups, of version 2. All of this is BROKEN where it fails. */
#ifndef CGROUPS_H
#define CGROUPS_H

#define CGROUPS "/cgroups"

/*
 * A group, as "one", or "one/two" in it, at CGROUPS "/NAME"; with @controllers, as "+memory +pids", or "". In the
 * end it is removed, where it is still there, and nobody is to be in it then.
 */
void new_cgroup(const char *name, const char *controllers);

/* The caller's process is in that group; "" is the root. put_number() has another enter it. */
void enter_cgroup(const char *name);

#endif /* CGROUPS_H */
