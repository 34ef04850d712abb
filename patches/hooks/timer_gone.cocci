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
expression timer;
@@
+ replay_timer_used(timer);
debug_assert_init(timer);

// Where older kernels have no debug_assert_init().
@@
identifier timer;
identifier f = {__mod_timer, add_timer_on};
@@
f(struct timer_list *timer, ...)
{
<+...
+ replay_timer_used(timer);
BUG_ON(...);
...+>
}
