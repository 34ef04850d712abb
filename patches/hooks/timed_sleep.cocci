// SPDX-License-Identifier: GPL-2.0
// Note that a task sleeps with a timeout: the timer wakes it, if nobody else does before.
// File: kernel/time/timer.c
// File: kernel/time/sleep_timeout.c
// Needed-for: timer_setup_on_stack(&timer.timer, process_timeout
@@
expression timer;
@@
+ replay_timed(current);
timer_setup_on_stack(timer, process_timeout, 0);
