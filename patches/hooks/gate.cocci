// SPDX-License-Identifier: GPL-2.0
// An actor that returns from sleep waits until the schedule lets it.
// File: kernel/sched/core.c
@@ @@
schedule(...)
{
<...
sched_update_worker(...);
+ replay_gate();
...>
}
