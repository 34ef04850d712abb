// SPDX-License-Identifier: GPL-2.0
/*
 * A timerfd is armed for a second from now, and nobody sleeps: it expires only if the reader is
 * held for so long before it looks.
 */
#include "scenario.h"

#include <errno.h>
#include <stdint.h>
#include <sys/timerfd.h>
#include <unistd.h>

static int timer;
static uint64_t expirations;

static void undo(void)
{
	close(timer);
}

static void setup(void)
{
	timer = timerfd_create(CLOCK_MONOTONIC, TFD_NONBLOCK);
	if (timer < 0)
		broken("cannot make a timer");
	expirations = 0;
	at_end(undo);
}

static void reader(void)
{
	const struct itimerspec second = { .it_value.tv_sec = 1 };

	if (timerfd_settime(timer, 0, &second, NULL))
		broken("cannot set the timer");
	at_point("armed");
	if (read(timer, &expirations, sizeof(expirations)) < 0 && errno != EAGAIN)
		broken("cannot read the timer");
}

static void check(void)
{
	outcome("expirations", "%lu", (unsigned long)expirations);
	ok(expirations <= 1, "it expires once at most");
}

const struct scenario scenario = {
	.setup = setup,
	.actors = { ACTOR(reader), HRTIMER(expiry, "timerfd_tmrproc") },
	.check = check,
};
