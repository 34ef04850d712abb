// SPDX-License-Identifier: GPL-2.0
// A new object has no accesses: it depends on nothing that was at its address before.
// Optional: without it, exploring prunes less, or too much.
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
