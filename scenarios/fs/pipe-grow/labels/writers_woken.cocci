// SPDX-License-Identifier: GPL-2.0
// A pipe has another size, and those who wait for room in it have been woken.
// File: fs/pipe.c
@@
identifier pipe;
@@
pipe_resize_ring(struct pipe_inode_info *pipe, ...)
{
<...
wake_up_interruptible(&pipe->wr_wait);
+ replay_point(writers_woken, REPLAY_OBJECT("pipe", pipe));
...>
}
