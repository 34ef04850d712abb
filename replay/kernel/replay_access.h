/* SPDX-License-Identifier: GPL-2.0 */
/* What KASAN calls: on a kernel with it, replay is told of accesses so. */
#ifndef _LINUX_REPLAY_ACCESS_H
#define _LINUX_REPLAY_ACCESS_H

#include <linux/replay.h>

#ifdef CONFIG_REPLAY

void __replay_checked(unsigned long address, bool write, unsigned long pc);

/**
 * replay_checked() - memory is about to be accessed, and KASAN has been called for that
 * @address: of the memory
 * @write: is it written?
 * @pc: where the call of KASAN returns to
 *
 * Context: Any. Sleeps only if it may, and the director holds the actor here.
 */
static __always_inline void replay_checked(unsigned long address, bool write, unsigned long pc)
{
	if (unlikely(replay_watching))
		__replay_checked(address, write, pc);
}

#else

static inline void replay_checked(unsigned long address, bool write, unsigned long pc)
{
}

#endif /* CONFIG_REPLAY */

#endif /* _LINUX_REPLAY_ACCESS_H */
