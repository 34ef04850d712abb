// SPDX-License-Identifier: GPL-2.0
/*
 * A timerfd expires, and its hrtimer comes late: who reads it before sees nothing. Who sets it anew
 * before takes it back. In the case 'armed' it is armed for a second from now, and nobody sleeps: it
 * expires only if the reader is held for so long before it looks.
 */
#include "scenario.h"

#include <errno.h>
#include <stdint.h>
#include <sys/timerfd.h>
#include <unistd.h>

#define SECOND 1000000000L

static int timer;
static long before, after;

static void set(long ns)
{
	const struct itimerspec when = {
		.it_value = { .tv_sec = ns / SECOND, .tv_nsec = ns % SECOND },
	};

	if (timerfd_settime(timer, 0, &when, NULL))
		broken("cannot set the timer");
}

static void undo(void)
{
	close(timer);
}

static void setup(void)
{
	timer = timerfd_create(CLOCK_MONOTONIC, TFD_NONBLOCK);
	if (timer < 0)
		broken("cannot make a timer");
	before = after = 0;
	at_end(undo);
}

static long expirations(void)
{
	uint64_t nr;

	if (read(timer, &nr, sizeof(nr)) == sizeof(nr))
		return nr;
	if (errno != EAGAIN)
		broken("cannot read the timer");
	return 0;
}

static void reader(void)
{
	if (is_case("armed")) {
		set(SECOND);
		at_point("armed");
	} else {
		set(SECOND / 1000);
		usleep(2000);
		at_point("expired");
	}
	before = expirations();
	at_point("looked");
	after = expirations();
	set(0);
}

static void check(void)
{
	outcome("read", "%ld and then %ld", before, after);
	ok(before + after <= 1, "it expires once");
}

const struct scenario scenario = {
	.setup = setup,
	.actors = { ACTOR(reader), HRTIMER(expiry, "timerfd_tmrproc") },
	.check = check,
};
