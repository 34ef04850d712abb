// SPDX-License-Identifier: GPL-2.0
// What is allocated has nothing in common with what was there before.
// Optional: without it exploring leaves out less, or what it should not.
// File: mm/slab.h
// File: mm/slub.c
// Needed-for: kmemleak_
@@
expression cache, objects, i;
expression list E;
@@
objects[i] = kasan_slab_alloc(cache, objects[i], E);
+ replay_allocated(objects[i], cache->object_size);

@@
expression cache, object;
@@
kmemleak_free_recursive(object, cache->flags);
+ replay_freed(object, cache->object_size);
