/* SPDX-License-Identifier: GPL-2.0 */
/*
 * Events of the kernel, by tracefs. User-mode Linux has neither perf events nor tracers of functions: see
 * uml-config/WIDE.md.
 */
#ifndef TRACEFS_H
#define TRACEFS_H

#include <stdbool.h>

#define TRACEFS "/sys/kernel/tracing"

/* It is there, until the end; or BROKEN. What it is told is undone by the scenario. */
void mount_tracefs(void);

/* One write to a file of it, as "synthetic_events", behind what that has: 0, or -errno. */
int tell_tracefs(const char *file, const char *text);

/* An event, as "sched/sched_switch", is traced, or no longer; or BROKEN. */
void trace_event(const char *event, bool on);

/* Has the trace a line with this text? */
bool traced(const char *text);

#endif /* TRACEFS_H */
