// SPDX-License-Identifier: GPL-2.0
// That an actor is woken is told when it is: which of several that were woken gets the CPU
// first depends on what they did in executions before.
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
