/* SPDX-License-Identifier: GPL-2.0 */
/*
 * What arch/um/os-Linux calls, the part of user-mode Linux that talks to the host. It is compiled
 * with the host's headers, and so cannot include linux/replay.h.
 */
#ifndef _REPLAY_HOST_H
#define _REPLAY_HOST_H

/*
 * The size of the buffer for a thread's registers in its task, where the kernel would
 * take the host's: what is left of the guest's memory is the same on every host. It is
 * the one that older kernels are built with.
 */
#define REPLAY_FP_SIZE 2696

/* What is asked of the host, and printed, though nothing here depends on it. */
#define replay_not_asked(question) \
	do {                       \
		if (0)             \
			question;  \
	} while (0)

void replay_return(void);
unsigned long __replay_return_of(const void *slot);

/**
 * replay_return_of() - where a call returns to
 * @slot: where its return address is, on the stack
 * @address: what is there
 *
 * Return: @address, or what it will be by then, where somebody waits for that return.
 *
 * Context: Any.
 */
static inline unsigned long replay_return_of(const void *slot, unsigned long address)
{
	return address == (unsigned long)replay_return ? __replay_return_of(slot) : address;
}

struct iovec;

long replay_get_regset(int pid, int regset, struct iovec *guest);
long replay_set_regset(int pid, int regset, struct iovec *guest);
int replay_copy_registers(const void *to, const void *from);

void replay_catch_limit(void);
int replay_stopped(int signal);
void replay_hangs(unsigned long ip, unsigned long sp, unsigned long bp);

#endif
