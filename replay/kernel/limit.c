// SPDX-License-Identifier: GPL-2.0
/*
 * The host limits the processor time of each process of the guest: of its kernel, and of those
 * that the kernel traces, in which its programs run. Whichever has used up its own gets SIGXCPU.
 * The kernel says where the guest runs, and ends it.
 */
#include <signal.h>
#include <sys/ucontext.h>

#include <replay_host.h>

static void used_up(int signal, siginfo_t *info, void *context)
{
	const greg_t *registers = ((const ucontext_t *)context)->uc_mcontext.gregs;

	replay_hangs(registers[REG_RIP], registers[REG_RSP], registers[REG_RBP]);
}

/*
 * The handler runs on the stack that was interrupted, and so as the task that loops. The signal comes
 * again each second; the second one kills the kernel, in case that the report never ends.
 */
void replay_catch_limit(void)
{
	struct sigaction action = {
		.sa_sigaction = used_up,
		.sa_flags = SA_SIGINFO | SA_RESETHAND | SA_NODEFER,
	};

	sigaction(SIGXCPU, &action, NULL);
}

int replay_stopped(int signal)
{
	if (signal == SIGXCPU)
		replay_hangs(0, 0, 0);
	return signal;
}
