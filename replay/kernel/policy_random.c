// SPDX-License-Identifier: GPL-2.0
/* Random: each choice is random; a seed determines it. */
#include <linux/bitmap.h>
#include <linux/kernel.h>

#include "abi/events.h"
#include "abi/limits.h"
#include "policy.h"

static u64 state;

void replay_random_begin(unsigned long seed)
{
	state = (seed + 1) * 0x9e3779b97f4a7c15ULL;
}

unsigned int replay_random_below(unsigned int limit)
{
	state ^= state << 13;
	state ^= state >> 7;
	state ^= state << 17;
	return (state >> 32) % limit;
}

static bool begin(const char *words)
{
	unsigned long seed;
	unsigned int i;

	if (sscanf(words, REPLAY_POLICY_RANDOM " %lu", &seed) != 1)
		return false;
	replay_random_begin(seed);
	/* The first few of seeds that are neighbours are alike. */
	for (i = 0; i < REPLAY_ACTORS_MAX; i++)
		replay_random_below(i + 1);
	return true;
}

static unsigned int choose(const struct replay_choice *choice)
{
	unsigned int nth = replay_random_below(hweight_long(choice->enabled));
	unsigned int let;

	for_each_set_bit(let, &choice->enabled, REPLAY_ACTORS_MAX)
		if (!nth--)
			break;
	return let;
}

const struct replay_policy replay_policy_random = { .begin = begin, .choose = choose };
