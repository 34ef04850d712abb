// SPDX-License-Identifier: GPL-2.0
/*
 * A timer that a change of the clock might cancel is set in two ways at once.
 *
 * 1e38da300e1e ("timerfd: Protect the might cancel mechanism proper"), CVE-2017-10661.
 * Whether the timer is on the list of those that might be cancelled is told by a flag, which was
 * changed and looked at with no lock: "parallel operations on the file descriptor can race with
 * each other and lead to list corruptions or use after free".
 *
 *     arm                                 disarm
 *     ---                                 ------
 *     timerfd_setup_cancel()
 *       ctx->might_cancel = true
 *                                         timerfd_setup_cancel()
 *                                           ctx->might_cancel: then
 *                                           list_del_rcu(&ctx->clist)
 *       list_add_rcu(&ctx->clist,
 *                    &cancel_list)
 *
 *     Kernel mode fault at addr 0x8, RIP: timerfd_remove_cancel+0xc3/0x110
 *
 * Limits: of the orders that there are this is the one in which the entry is taken from a list
 * before it was ever on one, since that is seen at once.
 */
#include "scenario.h"

#include <sys/timerfd.h>
#include <unistd.h>

static int fd;
static int armed, disarmed;

static void undo(void)
{
	close(fd);
}

static void setup(void)
{
	armed = disarmed = -1;
	fd = timerfd_create(CLOCK_REALTIME, 0);
	if (fd < 0)
		broken("cannot make a timer");
	at_end(undo);
}

static int set(int flags)
{
	/* Far away: it does not expire here. */
	const struct itimerspec when = { .it_value.tv_sec = 1L << 32 };

	return timerfd_settime(fd, flags, &when, NULL);
}

static void arm(void)
{
	armed = set(TFD_TIMER_ABSTIME | TFD_TIMER_CANCEL_ON_SET);
}

static void disarm(void)
{
	disarmed = set(TFD_TIMER_ABSTIME);
}

static void check(void)
{
	ok(!armed && !disarmed, "the timer is set, both times");
}

const struct scenario scenario = {
	.setup = setup,
	.actors = { ACTOR(arm), ACTOR(disarm) },
	.check = check,
};
