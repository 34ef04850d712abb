// SPDX-License-Identifier: GPL-2.0
// Count which work items run, and note who queues work items, timers and callbacks: 'uml-replay
// points --contexts' lists them.
// Optional: without it, that list lacks them.
// File: kernel/workqueue.c
// File: kernel/time/timer.c
// File: kernel/rcu/tiny.c
@@
identifier work;
@@
insert_work(..., struct work_struct *work, ...)
{
<+...
+ replay_asked(REPLAY_CONTEXT_work, work->func);
set_work_pwq(work, ...);
...+>
}

@@
expression worker, work;
@@
+ replay_runs(REPLAY_CONTEXT_work, worker->current_func);
worker->current_func(work);

@@
identifier timer;
@@
enqueue_timer(..., struct timer_list *timer, ...)
{
+ replay_asked(REPLAY_CONTEXT_timer, timer->function);
...
}

@@
identifier head, func;
@@
call_rcu(struct rcu_head *head, rcu_callback_t func)
{
<+...
head->func = func;
+ replay_asked(REPLAY_CONTEXT_rcu, func);
...+>
}

@@
identifier dwork, work, timer;
@@
__queue_delayed_work(..., struct delayed_work *dwork, ...)
{
struct timer_list *timer = ...;
struct work_struct *work = ...;
<+...
+ replay_asked(REPLAY_CONTEXT_work, work->func);
timer->expires = ...;
...+>
}
