// SPDX-License-Identifier: GPL-2.0
// An RCU callback that is an actor is kept until it is let. What RCU does when nobody looks any
// more is no actor's doing.
// Optional: without it exploring leaves out less, or what it should not, and no callback is steered.
// File: kernel/rcu/tiny.c
@@
expression head;
@@
- rcu_reclaim_tiny(head);
+ replay_callback(head, rcu_reclaim_tiny(head));
