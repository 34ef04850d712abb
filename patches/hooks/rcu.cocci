// SPDX-License-Identifier: GPL-2.0
// What RCU does when nobody looks any more is no actor's doing.
// Optional: without it exploring leaves out less, or what it should not.
// File: kernel/rcu/tiny.c
@@
expression head;
@@
- rcu_reclaim_tiny(head);
+ replay_unwatched(rcu_reclaim_tiny(head));
