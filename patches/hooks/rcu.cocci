// SPDX-License-Identifier: GPL-2.0
// Hold an RCU callback that is an actor until the director lets it. The accesses of other callbacks
// count for no actor.
// Optional: without it, exploring prunes less, or too much, and no RCU callback can be an actor.
// File: kernel/rcu/tiny.c
@@
expression head;
@@
- rcu_reclaim_tiny(head);
+ replay_callback(head, rcu_reclaim_tiny(head));
