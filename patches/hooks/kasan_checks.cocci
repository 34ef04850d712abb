// SPDX-License-Identifier: GPL-2.0
// Tell of each access that KASAN checks, before it is made: places where an actor can be held.
// Optional: without it, 'explore --points shared' finds no place on a kernel with KASAN.
// Needed-for: check_region_inline
// File: mm/kasan/generic.c
@@
identifier address, size, write, ip;
type T;
@@
check_region_inline(T address, size_t size, bool write, unsigned long ip)
{
+ replay_checked((unsigned long)address, write, ip);
...
}
