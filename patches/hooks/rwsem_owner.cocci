// SPDX-License-Identifier: GPL-2.0
// Who had a semaphore last is a hint for those who spin, and for a report.
// Optional: without it exploring leaves out less, or what it should not.
// File: kernel/locking/rwsem.c
@@
expression semaphore, who;
@@
- atomic_long_set(&semaphore->owner, who);
+ replay_unwatched(atomic_long_set(&semaphore->owner, who));
