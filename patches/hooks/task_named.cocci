// SPDX-License-Identifier: GPL-2.0
// A task of an unmodified program tells its name, by which its author knows it.
// Optional: without it, the tasks have numbers only.
// File: fs/exec.c
@@
identifier task, name, exec;
@@
__set_task_comm(struct task_struct *task, const char *name, bool exec)
{
+ replay_task_named(task, name);
...
}
