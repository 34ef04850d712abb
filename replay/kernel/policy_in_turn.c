// SPDX-License-Identifier: GPL-2.0
/* In turn: an actor goes on for as long as it can, and then the first that can. */
#include <linux/bitops.h>

#include "policy.h"

static bool begin(const char *words)
{
	return true;
}

static unsigned int choose(const struct replay_choice *choice)
{
	return choice->at_point || !choice->others ? choice->me : __ffs(choice->others);
}

const struct replay_policy replay_policy_in_turn = { .begin = begin, .choose = choose };
