// SPDX-License-Identifier: GPL-2.0
/*
 * PCT: each actor has a random priority, and the enabled actor with the highest one runs. At a
 * few random choices, the actor that ran gets the lowest priority. If a bug needs only a few
 * ordering constraints, PCT finds it with a known probability (Burckhardt et al., "A randomized
 * scheduler with probabilistic guarantees of finding bugs", 2010).
 */
#include <linux/bitops.h>
#include <linux/kernel.h>

#include "abi/events.h"
#include "abi/limits.h"
#include "policy.h"

#define HORIZON 64 /* choices among which priorities change */

static unsigned int priorities[REPLAY_ACTORS_MAX], lowest;
static unsigned long changes; /* a bit for each choice at which they do */

static bool begin(const char *words)
{
	unsigned int i, other, depth;
	unsigned long seed;

	BUILD_BUG_ON(HORIZON > 8 * sizeof(changes));
	if (sscanf(words, REPLAY_POLICY_PCT " %lu %u", &seed, &depth) != 2)
		return false;
	replay_random_begin(seed);
	lowest = REPLAY_ACTORS_MAX;
	for (i = 0; i < REPLAY_ACTORS_MAX; i++) {
		other = replay_random_below(i + 1);
		priorities[i] = priorities[other];
		priorities[other] = REPLAY_ACTORS_MAX + 1 + i;
	}
	changes = 0;
	for (i = 0; i < depth; i++)
		changes |= 1UL << replay_random_below(HORIZON);
	return true;
}

static unsigned int choose(const struct replay_choice *choice)
{
	unsigned int i, best = __ffs(choice->enabled);

	if (choice->number < HORIZON && changes & 1UL << choice->number && lowest)
		priorities[choice->me] = --lowest;
	for (i = best; i < REPLAY_ACTORS_MAX; i++)
		if (choice->enabled & 1UL << i && priorities[i] > priorities[best])
			best = i;
	return best;
}

const struct replay_policy replay_policy_pct = { .begin = begin, .choose = choose };
