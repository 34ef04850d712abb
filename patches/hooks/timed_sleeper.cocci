// SPDX-License-Identifier: GPL-2.0
// As timed_sleep.cocci, for a task that sleeps on an hrtimer.
// File: kernel/time/hrtimer.c
@@
identifier sleeper;
@@
hrtimer_sleeper_start_expires(struct hrtimer_sleeper *sleeper, ...)
{
+ replay_timed(sleeper->task);
...
}
