// SPDX-License-Identifier: GPL-2.0
// The kernel may delete a timer that replay holds, as any pending timer; the trace says so.
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
