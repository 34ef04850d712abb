// SPDX-License-Identifier: GPL-2.0
/* The interfaces of the kernel in scenarios/lib, each in a race with one point in the kernel, and what it says where it fails. */
#include "interfaces.h"
#include "scenario.h"

#include <stddef.h>

static const struct interface *const interfaces[] = {
	&uring,	  &bpf_maps, &bpf_refused,   &keys,   &events, &no_event, &apart_net,
	&no_pids, &killed,   &no_controller, &faults, &far,    &fuse,
};

static const struct interface *of_case(void)
{
	unsigned int i;

	for (i = 0; i < sizeof(interfaces) / sizeof(*interfaces); i++)
		if (is_case(interfaces[i]->name))
			return interfaces[i];
	broken("the schedule names none of what is tried here");
}

static void call(void (*part)(void))
{
	if (part)
		part();
}

static void setup(void)
{
	call(of_case()->setup);
}

static void one(void)
{
	call(of_case()->one);
}

static void other(void)
{
	call(of_case()->other);
}

static void apart(void)
{
	call(of_case()->apart);
}

static void check(void)
{
	call(of_case()->check);
}

const struct scenario scenario = {
	.setup = setup,
	.actors = { ACTOR(one), ACTOR(other), PROCESS(apart), WORK(gc, "key_garbage_collector") },
	.check = check,
};
