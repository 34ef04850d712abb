// SPDX-License-Identifier: GPL-2.0
// An actor that goes to sleep ends a step that waits for that. An actor that was woken is held here
// until the director lets it.
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
