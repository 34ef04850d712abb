// SPDX-License-Identifier: GPL-2.0
/*
 * A kernel thread: .setup starts it, an actor wakes it, and it does its work now or later. It may
 * exit, and it may begin behind the begin of the race. Another of its name follows in each execution.
 */
#include "attributes.h"
#include "scenario.h"

#include <fcntl.h>
#include <stdlib.h>
#include <unistd.h>

static int seen;

static void tell(const char *word)
{
	put_text("/proc/bed", word);
	usleep(1000);
}

static int works(void)
{
	char number[16] = "";
	int fd = open("/proc/bed", O_RDONLY);

	if (fd < 0 || read(fd, number, sizeof(number) - 1) < 0)
		broken("cannot read /proc/bed");
	close(fd);
	return atoi(number);
}

static void undo(void)
{
	tell("stop");
}

static void setup(void)
{
	if (!is_case("late"))
		tell("start");
	at_end(undo);
}

static void waker(void)
{
	if (is_case("late")) {
		tell("start");
		at_point("started");
	}
	tell(is_case("exit") ? "exit" : "wake");
	at_point("woken");
	seen = works();
}

static void check(void)
{
	outcome("the waker sees", "%d", seen);
	ok(is_case("exit") || works() == 1, "the thread works");
}

const struct scenario scenario = {
	.setup = setup,
	.actors = { ACTOR(waker), KTHREAD(worker, "bed") },
	.check = check,
};
