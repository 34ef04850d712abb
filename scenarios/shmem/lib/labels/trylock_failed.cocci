// SPDX-License-Identifier: GPL-2.0
// Whoever freed a swap entry found its page in swap cache, locked by another.
// File: mm/swapfile.c
@@
identifier trylock = { trylock_page, folio_trylock };
expression page;
statement S;
@@
__try_to_reclaim_swap(...)
{
<...
(
if (!trylock(page))
+ {
+	replay_point(trylock_failed, REPLAY_OBJECT("page", page), REPLAY_HANDLE("entry", entry.val));
	S
+ }
|
- if (trylock(page))
+ if (!trylock(page))
+	replay_point(trylock_failed, REPLAY_OBJECT("page", page), REPLAY_HANDLE("entry", entry.val));
+ else
	S
)
...>
}
