# SPDX-License-Identifier: GPL-2.0
# Who comes when it is shut down already is told so: the second is in before.
let second enter f2fs_ioc_shutdown

# The thread is there: it is about to be stopped.
let first enter kthread_stop

# With the fix the second waits for the first; without, it stops the thread, whose task is freed.
let second block or finish
stacks
let first finish
