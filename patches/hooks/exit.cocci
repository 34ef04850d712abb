// SPDX-License-Identifier: GPL-2.0
// An actor that exits, or is killed, has finished.
// File: kernel/exit.c
@@
@@
do_exit(...)
{
<+...
check_stack_usage();
+ replay_exit();
...+>
}
