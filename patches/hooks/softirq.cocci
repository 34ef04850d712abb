// SPDX-License-Identifier: GPL-2.0
// A softirq that is an actor is kept until it is let.
// Optional: without it no softirq is steered.
// File: kernel/softirq.c
@@
identifier f =~ "^(__do_softirq|handle_softirqs)$";
identifier pending;
@@
f(...)
{
<+...
- pending = local_softirq_pending();
+ pending = replay_softirqs(local_softirq_pending());
...+>
}
