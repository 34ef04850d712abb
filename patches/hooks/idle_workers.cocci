// SPDX-License-Identifier: GPL-2.0
// A pool keeps its idle workers. Otherwise it would end them after five minutes, in whichever
// execution that falls.
// Optional: without it, explorations with longer boots may differ from each other.
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
