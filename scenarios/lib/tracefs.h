/* SPDX-License-Identifier: GPL-2.0 */
/*
 * The kernel's trace events, by tracefs. User-mode Linux has neither perf events nor function
 * tracers: see uml-config/WIDE.md.
 */
#ifndef TRACEFS_H
#define TRACEFS_H

#include <stdbool.h>

#define TRACEFS "/sys/kernel/tracing"

/*
 * Mount tracefs until the end of the execution; a failure is BROKEN. The scenario undoes what it
 * writes there.
 */
void mount_tracefs(void);

/* Append to a file of tracefs such as "synthetic_events", by one write. Returns 0, or -errno. */
int tell_tracefs(const char *file, const char *text);

/* Switch an event such as "sched/sched_switch" on or off; a failure is BROKEN. */
void trace_event(const char *event, bool on);

/* Does the trace have a line with this text? */
bool traced(const char *text);

#endif /* TRACEFS_H */
