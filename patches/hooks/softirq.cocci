// SPDX-License-Identifier: GPL-2.0
// Hold a softirq that is an actor until the director lets it. Older kernels have one of these
// functions, newer ones the other.
// Optional: without it, no softirq can be an actor.
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
