// SPDX-License-Identifier: GPL-2.0
/*
 * A lost wakeup: it comes after the waiter looked, and before it sleeps.
 *
 * The bug is in this program: futex(2) would compare, if it were told with what.
 */
#define _GNU_SOURCE
#include "scenario.h"

#include <linux/futex.h>
#include <sys/syscall.h>
#include <unistd.h>

static int given;

static void waiter(void)
{
	int seen = __atomic_load_n(&given, __ATOMIC_SEQ_CST);

	if (seen)
		return;
	at_point("saw_nothing");
	seen = __atomic_load_n(&given, __ATOMIC_SEQ_CST); /* without this line all is well */
	syscall(SYS_futex, &given, FUTEX_WAIT, seen, NULL);
}

static void giver(void)
{
	__atomic_store_n(&given, 1, __ATOMIC_SEQ_CST);
	syscall(SYS_futex, &given, FUTEX_WAKE, 1);
}

static void check(void)
{
	ok(true, "never");
}

const struct scenario scenario = {
	.actors = { ACTOR(waiter), ACTOR(giver) },
	.check = check,
};
