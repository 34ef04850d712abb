// SPDX-License-Identifier: GPL-2.0
// Record that an actor is woken at its wakeup, not when it gets the CPU: which of several woken
// actors gets the CPU first depends on earlier executions.
// File: kernel/sched/core.c
@@
expression task;
@@
ttwu_do_wakeup(...)
{
<+...
trace_sched_wakeup(task);
+ replay_woken(task);
...+>
}
