// SPDX-License-Identifier: GPL-2.0
// When a timer that is an actor expires, hold it until the director lets it.
// Optional: without it, no timer can be an actor.
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
