// SPDX-License-Identifier: GPL-2.0
// When an hrtimer that is an actor expires, put it off until the director lets it. If the kernel
// cancels or restarts it meanwhile, the trace says so.
// Exploring, whether it is pending is what its turn shares with those who ask.
// Optional: without it, no hrtimer can be an actor.
// File: kernel/time/hrtimer.c
@@
identifier timer;
symbol fn;
expression function;
@@
__run_hrtimer(..., struct hrtimer *timer, ...)
{
<+...
- fn = function;
+ fn = replay_hrtimer_due(timer, function);
...+>
}

@@
identifier timer;
statement S;
@@
__hrtimer_start_range_ns(struct hrtimer *timer, ...)
{
<+...
+ replay_hrtimer_gone(timer);
+ replay_asked(REPLAY_CONTEXT_hrtimer, timer->function);
if (mode & HRTIMER_MODE_REL) S
...+>
}

@@
identifier timer;
@@
hrtimer_try_to_cancel(struct hrtimer *timer)
{
<+...
+ replay_hrtimer_gone(timer);
base = lock_hrtimer_base(timer, ...);
...+>
}

@@
identifier timer;
@@
__hrtimer_get_remaining(const struct hrtimer *timer, ...)
{
<+...
+ replay_hrtimer_used(timer);
lock_hrtimer_base(timer, ...);
...+>
}

@@
identifier timer;
@@
hrtimer_active(const struct hrtimer *timer)
{
<+...
+ replay_hrtimer_used(timer);
base = READ_ONCE(timer->base);
...+>
}
