// SPDX-License-Identifier: GPL-2.0
// A task that sleeps with a timeout is woken by that, if by nobody before.
// File: kernel/time/timer.c
// File: kernel/time/sleep_timeout.c
// Needed-for: timer_setup_on_stack(&timer.timer, process_timeout
@@
expression timer;
@@
+ replay_timed(current);
timer_setup_on_stack(timer, process_timeout, 0);
