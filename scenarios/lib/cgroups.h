/* SPDX-License-Identifier: GPL-2.0 */
/* Control groups, version 2. Each function here ends the run as BROKEN if it fails. */
#ifndef CGROUPS_H
#define CGROUPS_H

#define CGROUPS "/cgroups"

/*
 * Make a group such as "one", or "one/two" inside it, at CGROUPS "/NAME", with @controllers such as
 * "+memory +pids", or "". At the end the group is removed if it still exists; no process may be in
 * it then.
 */
void new_cgroup(const char *name, const char *controllers);

/*
 * Move the calling process to that group; "" is the root. To move another process, use
 * put_number().
 */
void enter_cgroup(const char *name);

#endif /* CGROUPS_H */
