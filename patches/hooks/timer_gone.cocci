// SPDX-License-Identifier: GPL-2.0
// A timer that is kept may be deleted, as any that is pending; that is told.
// Optional: without it no timer is steered.
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
