// SPDX-License-Identifier: GPL-2.0
// A timer that is an actor and has expired is kept until it is let.
// Optional: without it no timer is steered.
// File: kernel/time/timer.c
@@
identifier base, timer;
expression head;
@@
expire_timers(struct timer_base *base, ...)
{
<+...
timer = hlist_entry(head, ...);
+ if (replay_timer_due(timer))
+	continue;
base->running_timer = timer;
...+>
}
