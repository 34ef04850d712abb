// SPDX-License-Identifier: GPL-2.0
// Hold a work item that is an actor until the director lets it: its pool's workers do not see it,
// and a task that cancels, flushes or queues it finds it pending. A worker of the pool is woken by
// kick_pool(), or by wake_up_worker() in older kernels.
// Exploring, whether it is pending is what its turn shares with those who ask.
// Optional: without it, a work item is held at the entry of its function, and is no longer pending.
// File: kernel/workqueue.c
@kicks@
@@
kick_pool(...)
{ ... }

@depends on kicks@
identifier work, pool;
@@
worker_thread(...)
{
<+...
struct work_struct *work = list_first_entry(&pool->worklist, ...);
+ if (replay_work_due(work, pool, kick_pool))
+	continue;
...+>
}

@depends on !kicks@
identifier work, pool;
@@
worker_thread(...)
{
<+...
struct work_struct *work = list_first_entry(&pool->worklist, ...);
+ if (replay_work_due(work, pool, wake_up_worker))
+	continue;
...+>
}

@@
identifier work;
@@
try_to_grab_pending(struct work_struct *work, ...)
{
<+...
+ replay_work_gone(work);
list_del_init(&work->entry);
...+>
}

@@
identifier pwq, work;
@@
insert_work(struct pool_workqueue *pwq, struct work_struct *work, ...)
{
<+...
+ replay_work_queued(work, pwq);
set_work_pwq(work, ...);
...+>
}

@@
identifier work, f = {queue_work_on, try_to_grab_pending};
@@
f(..., struct work_struct *work, ...)
{
<+...
+ replay_work_used(work);
local_irq_save(...);
...+>
}

@@
identifier work;
@@
queue_delayed_work_on(...)
{
struct work_struct *work = ...;
<+...
+ replay_work_used(work);
local_irq_save(...);
...+>
}

@@
identifier work, pool, f = {start_flush_work, work_busy};
@@
f(struct work_struct *work, ...)
{
<+...
+ replay_work_used(work);
pool = get_work_pool(work);
...+>
}
