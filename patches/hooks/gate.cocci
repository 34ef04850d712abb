// SPDX-License-Identifier: GPL-2.0
// An actor that goes to sleep ends the step that waits for it; one that returns
// from sleep is kept until the schedule lets it.
// File: kernel/sched/core.c
@@
identifier task;
@@
schedule(...)
{
struct task_struct *task = current;
+ replay_sleep();
<...
sched_update_worker(task);
+ replay_gate();
...>
}
