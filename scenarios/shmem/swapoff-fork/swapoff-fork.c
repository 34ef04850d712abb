// SPDX-License-Identifier: GPL-2.0
/*
 * Swap is taken away while a process is killed that forks.
 *
 * 1367da7eb875 ("mm: swap: check for stable address space before operating on the VMA"). fork() copies
 * the tree of the mappings first, and then each mapping. Killed in between, it marks in the tree how far
 * it has come, by an entry that is no mapping. The half of an address space is on the list that
 * swapoff() goes through, since it has an entry of swap by then, and nobody holds its lock any more.
 *
 *     forker                          swapoff_all
 *     ------                          -----------
 *     dup_mmap(): a mapping with
 *     a page in swap is copied
 *       fatal_signal_pending():
 *       marks the next one
 *     mmap_write_unlock()
 *                                     unuse_mm(): takes the mark
 *                                     for a mapping
 *     mmput()
 *
 *     Kernel mode fault at addr 0x45e, RIP: unuse_mm+0xc7/0x130
 *
 * Limits: since 6.8, whose fork() copies the tree as a whole; a later one, as 7.2, takes down what it has
 * copied before it gives up the lock, and cannot have it.
 */
#include "memory.h"
#include "scenario.h"
#include "swap.h"

#include <signal.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

#define PAGES 4

static int error, kill_error;
static pid_t *pid;

static void setup(void)
{
	error = kill_error = -1;
	memory_setup();
	swap_on(256, 0);
	pid = shared_memory(sizeof(*pid));
	*pid = 0;
}

static void forker(void)
{
	char *memory = mmap(NULL, PAGES * PAGE, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS,
			    -1, 0);

	if (memory == MAP_FAILED)
		broken("cannot map memory");
	memset(memory, 'x', PAGES * PAGE);
	if (madvise(memory, PAGES * PAGE, MADV_PAGEOUT) || !swap_used())
		broken("the pages are to be in swap");
	*pid = getpid();
	if (!fork())
		_exit(0);
}

static void killer(void)
{
	if (*pid)
		kill_error = kill(*pid, SIGKILL);
}

static void swapoff_all(void)
{
	error = swap_off();
}

static void check(void)
{
	outcome("swapoff", "%s", error ? "fails" : "succeeds");
	ok(!error, "swapoff succeeds");
	ok(kill_error || WTERMSIG(status_of("forker")) == SIGKILL, "who is killed is dead");
}

const struct scenario scenario = {
	.setup = setup,
	.actors = { PROCESS(forker), ACTOR(killer), ACTOR(swapoff_all) },
	.check = check,
};
