// SPDX-License-Identifier: GPL-2.0
/*
 * What is held is pending: timers, callbacks and work items of a kernel that has a file of /proc by
 * which a program asks for them (variant bed).
 */
#include "scenario.h"

#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

static long returned;

static int open_bed(void)
{
	int fd = open("/proc/pending", O_RDWR);

	if (fd < 0)
		broken("this kernel has no /proc/pending: run with --variant bed");
	return fd;
}

static void ask(const char *word)
{
	int fd = open_bed();

	if (write(fd, word, strlen(word)) < 0)
		broken("/proc/pending does not know '%s'", word);
	close(fd);
}

/* What has run; and what the last word returned. */
static const char *ran(void)
{
	static char text[128], letters[128];
	int fd = open_bed();

	memset(text, 0, sizeof(text));
	if (read(fd, text, sizeof(text) - 1) < 0)
		broken("cannot read /proc/pending");
	close(fd);
	letters[0] = '\0';
	sscanf(text, "%ld %127s", &returned, letters);
	return letters[0] ? letters : "nothing";
}

static void undo(void)
{
	ask("cancel");
	ask("barrier");
	ask("drain");
}

static void setup(void)
{
	ask("reset");
	at_end(undo);
}

static void user(void)
{
	if (is_case("timers") || is_case("delete")) {
		ask("timers");
		usleep(50000);
		at_point("asked");
		if (is_case("delete"))
			ask("delete");
	} else if (is_case("ordered")) {
		ask("ordered");
		at_point("asked");
	} else if (is_case("delayed")) {
		ask("delayed");
		usleep(50000);
	} else if (is_case("rcu")) {
		ask("rcu0");
		at_point("first");
		ask("rcu1");
		usleep(50000);
		at_point("asked");
	} else {
		ask("queue");
		at_point("asked");
		if (is_case("again"))
			ask("queue");
		else
			ask(is_case("flush") ? "flush" : "cancel");
		at_point("again");
	}
}

static void other(void)
{
	if (is_case("rcu"))
		ask("barrier");
}

static void check(void)
{
	ask("drain");
	ask("barrier");
	outcome("ran", "%s", ran());
	outcome("returned", "%ld", returned);
	ok(true, "nothing is wrong");
}

const struct scenario scenario = {
	.setup = setup,
	.actors = { ACTOR(user), ACTOR(other), TIMER(timer, "pending_timer_fn"),
		    RCU(rcu, "pending_rcu_fn"), WORK(work, "pending_work_fn"),
		    WORK(first, "pending_first_fn"), WORK(second, "pending_second_fn") },
	.check = check,
};
