// SPDX-License-Identifier: GPL-2.0
/*
 * A work item whose function is in a module. Who takes the device down waits until the work that looks
 * after its links is over; and the module may be loaded by an actor, behind the begin of the race.
 */
#include "modules.h"
#include "scenario.h"

#include <net/if.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/socket.h>
#include <unistd.h>

static void set_flags(const char *device, short flags)
{
	struct ifreq request = { .ifr_flags = flags };
	int fd = socket(AF_INET, SOCK_DGRAM, 0);

	strcpy(request.ifr_name, device);
	if (fd < 0 || ioctl(fd, SIOCSIFFLAGS, &request))
		broken("cannot set the flags of %s", device);
	close(fd);
}

static void load(void)
{
	load_module("bonding", "max_bonds=1 miimon=100");
}

static void setup(void)
{
	if (!is_case("later"))
		load();
}

static void user(void)
{
	if (is_case("later"))
		load();
	set_flags("bond0", IFF_UP);
	at_point("up");
	set_flags("bond0", 0);
}

static void check(void)
{
	ok(!unload_module("bonding"), "bonding goes");
}

const struct scenario scenario = {
	.setup = setup,
	.actors = { ACTOR(user), WORK(monitor, "bond_mii_monitor") },
	.check = check,
};
