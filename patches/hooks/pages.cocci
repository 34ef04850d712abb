// SPDX-License-Identifier: GPL-2.0
// A new page has no accesses: it depends on nothing that was there before.
// Optional: without it, exploring prunes less, or too much.
// File: mm/page_alloc.c
@@
expression page, order;
@@
arch_alloc_page(page, order);
+ replay_allocated(page, sizeof(*page) << order);
+ replay_allocated(page_address(page), PAGE_SIZE << order);

@@
expression page, order;
@@
arch_free_page(page, order);
+ replay_freed(page, sizeof(*page) << order);
+ replay_freed(page_address(page), PAGE_SIZE << order);
