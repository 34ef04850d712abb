// SPDX-License-Identifier: GPL-2.0
// A timer says that a change of the clock might cancel it.
// File: fs/timerfd.c
@@
identifier ctx;
@@
timerfd_setup_cancel(struct timerfd_ctx *ctx, ...)
{
<...
ctx->might_cancel = true;
+ replay_point(might_cancel, REPLAY_OBJECT("timer", ctx));
...>
}
