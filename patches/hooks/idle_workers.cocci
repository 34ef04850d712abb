// SPDX-License-Identifier: GPL-2.0
// A pool lets no idle worker go, which it would after five minutes, in whichever execution that is.
// Optional: without it explorations whose boots are longer than that may differ.
// File: kernel/workqueue.c
@@
expression E;
@@
too_many_workers(...)
{
<+...
return
- E
+ !IS_ENABLED(CONFIG_REPLAY) && (E)
;
...+>
}
