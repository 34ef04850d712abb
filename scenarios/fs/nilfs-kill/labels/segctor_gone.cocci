// SPDX-License-Identifier: GPL-2.0
// The log writer's thread has said that it is gone, and has not woken who waits for that.
// File: fs/nilfs2/segment.c
@@
identifier sci;
@@
nilfs_segctor_thread(...)
{
<+...
sci->sc_task = NULL;
+ replay_point(segctor_gone, REPLAY_OBJECT("sci", sci));
...+>
}
