// SPDX-License-Identifier: GPL-2.0
/* Modules come and go as an actor says, or as the kernel asks for them. */
#include "modules.h"
#include "scenario.h"

#include <errno.h>
#include <sys/mount.h>
#include <unistd.h>

#define TRANSPORT "vmw_vsock_virtio_transport"

static int used, unloaded, left;

/* The kernel asks for the module of this file system. */
static void ask(void)
{
	if (!mount("/dev/null", "/", "ext2", 0, NULL) || errno == ENODEV)
		broken("the kernel has not got the module of ext2");
	unloaded = unload_module("ext2");
	used = EAGAIN;
}

static void loader(void)
{
	if (is_case("missing"))
		load_module("nothing", "");
	if (is_case("asked")) {
		ask();
		return;
	}
	load_module(TRANSPORT, "");
	at_point("loaded");
	used = unload_module("vsock");
	unloaded = unload_module(TRANSPORT);
	at_point("unloaded");
	load_module(TRANSPORT, "");
	left = unload_module(TRANSPORT);
}

static void check(void)
{
	ok(used == EAGAIN || used == EWOULDBLOCK, "who is needed stays");
	ok(!unloaded && !left, "who is not needed goes");
}

const struct scenario scenario = {
	.actors = { ACTOR(loader) },
	.check = check,
};
