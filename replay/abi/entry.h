/* SPDX-License-Identifier: GPL-2.0 */
/*
 * The functions by which user-mode Linux comes into the kernel. They end each stack, and say nothing of the race:
 * neither the kernel part nor the host shows them. Plain C that includes nothing.
 */
#ifndef REPLAY_ABI_ENTRY_H
#define REPLAY_ABI_ENTRY_H

/* The words of a list, with commas between. */
#define REPLAY_ENTRY_FUNCTIONS                                                                 \
	"new_thread_handler", "fork_handler", "handle_syscall", "handle_trap", "segv_handler", \
		"userspace"

#endif /* REPLAY_ABI_ENTRY_H */
