// SPDX-License-Identifier: GPL-2.0
// The kernel may delete a timer that replay holds, as any pending timer; the trace says so.
// Exploring, whether it is pending is what its turn shares with those who arm or delete it.
// Optional: without it, no timer can be an actor.
// File: kernel/time/timer.c
@@
identifier timer;
@@
detach_if_pending(struct timer_list *timer, ...)
{
<+...
+ replay_timer_gone(timer);
detach_timer(timer, ...);
...+>
}

@@
identifier timer;
identifier f = {__mod_timer, add_timer_on, del_timer, __timer_delete, try_to_del_timer_sync, __try_to_del_timer_sync};
statement S;
@@
f(struct timer_list *timer, ...)
{
... when != S
+ replay_timer_used(timer);
S
... when any
}
