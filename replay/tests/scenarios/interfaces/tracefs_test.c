// SPDX-License-Identifier: GPL-2.0
/* What is written to the trace while another reads it; and an event. */
#include "tracefs.h"
#include "interfaces.h"
#include "scenario.h"

#include <unistd.h>

static bool before;

static void mark(void)
{
	if (tell_tracefs("trace_marker", "a mark"))
		broken("cannot write to the trace");
}

static void look(void)
{
	before = traced("a mark");
}

static void check(void)
{
	ok(!before, "nobody saw it before it was written");
	ok(traced("a mark"), "it is written");
	trace_event("sched/sched_switch", true);
	usleep(1000);
	trace_event("sched/sched_switch", false);
	ok(traced("sched_switch: "), "an event is traced");
}

static void no_such_event(void)
{
	mount_tracefs();
	trace_event("sched/nothing", true);
}

const struct interface events = {
	.name = "tracefs",
	.setup = mount_tracefs,
	.one = mark,
	.other = look,
	.check = check,
};

const struct interface no_event = { .name = "no_event", .setup = no_such_event };
