// SPDX-License-Identifier: GPL-2.0
/*
 * In turn: an actor runs for as long as it can; then the enabled actor with the lowest number
 * runs.
 */
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
