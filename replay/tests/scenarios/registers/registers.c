// SPDX-License-Identifier: GPL-2.0
/* Each thread has its own registers, also those that came last. */
#include "scenario.h"

#include <string.h>
#include <sys/syscall.h>
#include <unistd.h>

static bool lost[2];

/*
 * The highest parts of AVX-512: a register that has no smaller one in it, the upper half
 * of one that has, and a mask. They have to be the same behind a system call.
 */
__attribute__((target("avx512f"))) static bool keeps(unsigned long pattern)
{
	unsigned long high[8], low[8], mask;
	long ret;
	int i;

	asm volatile("vpbroadcastq %[pattern], %%zmm20\n\t"
		     "vpbroadcastq %[pattern], %%zmm3\n\t"
		     "kmovw %k[pattern], %%k3\n\t"
		     "syscall\n\t"
		     "vmovdqu64 %%zmm20, %[high]\n\t"
		     "vmovdqu64 %%zmm3, %[low]\n\t"
		     "kmovw %%k3, %k[mask]"
		     : [high] "=m"(high), [low] "=m"(low), [mask] "=&r"(mask), "=a"(ret)
		     : [pattern] "r"(pattern), "a"(SYS_write), "D"(-1), "S"(&lost), "d"(0)
		     : "rcx", "r11", "xmm3", "memory");
	for (i = 0; i < 8; i++)
		if (high[i] != pattern || low[i] != pattern)
			return false;
	return (mask & 0xffff) == (pattern & 0xffff);
}

static void first(void)
{
	if (__builtin_cpu_supports("avx512f"))
		lost[0] = !keeps(0x1111111111111111);
}

static void second(void)
{
	if (__builtin_cpu_supports("avx512f"))
		lost[1] = !keeps(0x2222222222222222);
}

static void check(void)
{
	ok(!lost[0], "a thread that is held has its registers when it is let");
	ok(!lost[1], "the thread that ran meanwhile has its own");
}

const struct scenario scenario = {
	.actors = { ACTOR(first), ACTOR(second) },
	.check = check,
};
