// SPDX-License-Identifier: GPL-2.0
// A signal is about to kill the process, and maybe dump its core. At which address it faulted is told
// here last.
// Optional: without it, no address is told.
// File: kernel/signal.c
@@
identifier ksig;
symbol current;
@@
get_signal(struct ksignal *ksig)
{
<...
+ replay_killed(&ksig->info);
proc_coredump_connector(current);
...>
}
