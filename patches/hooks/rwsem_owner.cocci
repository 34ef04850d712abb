// SPDX-License-Identifier: GPL-2.0
// Do not report accesses to the owner of a semaphore: it is a hint for spinners, and for messages.
// Optional: without it, exploring prunes less, or too much.
// File: kernel/locking/rwsem.c
@@
expression semaphore, who;
@@
- atomic_long_set(&semaphore->owner, who);
+ replay_unwatched(atomic_long_set(&semaphore->owner, who));
