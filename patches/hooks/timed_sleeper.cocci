// SPDX-License-Identifier: GPL-2.0
// As timed_sleep.cocci, for a task that sleeps on an hrtimer.
// A timer at the end of time wakes nobody.
// File: kernel/time/hrtimer.c
@@
identifier sleeper;
@@
hrtimer_sleeper_start_expires(struct hrtimer_sleeper *sleeper, ...)
{
+ if (hrtimer_get_expires(&sleeper->timer) != KTIME_MAX)
+	replay_timed(sleeper->task);
...
}
