// SPDX-License-Identifier: GPL-2.0
// Which work items, timers and callbacks are asked for, by whom, and which work runs: for whoever asks
// what there is to be steered.
// Optional: without it they are not listed.
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
