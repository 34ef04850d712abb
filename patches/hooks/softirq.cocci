// SPDX-License-Identifier: GPL-2.0
// A softirq that is an actor is kept until it is let. Older kernels have the one function, and newer the other.
// Optional: without it no softirq is steered.
// File: kernel/softirq.c
@@
identifier pending;
@@
__do_softirq(...)
{
<+...
- pending = local_softirq_pending();
+ pending = replay_softirqs(local_softirq_pending());
...+>
}

@@
identifier pending;
@@
handle_softirqs(...)
{
<+...
- pending = local_softirq_pending();
+ pending = replay_softirqs(local_softirq_pending());
...+>
}
