// SPDX-License-Identifier: GPL-2.0
// A task of an unmodified program is an actor from its first instruction on. Its number is that of
// its creation.
// Optional: without it, an unmodified program has one actor.
// File: kernel/sched/core.c
@@
@@
schedule_tail(...)
{
<+...
+ replay_task_begins();
calculate_sigpending();
...+>
}

@@
identifier task;
@@
wake_up_new_task(struct task_struct *task)
{
+ replay_task_created(task);
...
}
