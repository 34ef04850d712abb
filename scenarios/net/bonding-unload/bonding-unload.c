// SPDX-License-Identifier: GPL-2.0
/*
 * bonding is unloaded while one of its devices is removed by hand.
 *
 * a45835a0bb6e ("bonding: fix oops during rmmod"), CVE-2024-39296. The directory of bonding in debugfs went
 * first, and with it that of each device, which the device removes as well. Whether that of bonding is there
 * was asked, until cc317ea3d927 ("bonding: remove redundant NULL check in debugfs function"), but with no
 * lock: "the original code contains a race that could cause the same oops".
 *
 *     remover                            unloader
 *     -------                            --------
 *                                        bonding_exit()
 *     echo -bond0 >bonding_masters
 *     bond_uninit()
 *       bond_debug_unregister()
 *         bonding_debug_root is there
 *                                          bond_destroy_debugfs()
 *                                            all of it is removed
 *         debugfs_remove(): bond->debug_dir
 *         is freed
 *
 * The commit has "simple_recursive_removal() down_write() -> OOPS"; here KASAN is first, at the dentry, in
 * simple_recursive_removal(), too.
 *
 * The fix has the devices go first. The released 6.1 has not got it.
 */
#include "attributes.h"
#include "modules.h"
#include "scenario.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <unistd.h>

#define MASTERS "/sys/class/net/bonding_masters"

static int remove_error, unload_error;

static void setup(void)
{
	remove_error = 0;
	unload_error = -1;
	mount_type("debugfs", "/sys/kernel/debug", NULL);
	load_module("bonding", "max_bonds=1");
	if (access("/sys/kernel/debug/bonding/bond0", F_OK))
		broken("bond0 is not in debugfs");
}

/* Where the module is unloaded first, neither the file nor the device is there any more. */
static void remover(void)
{
	int fd = open(MASTERS, O_WRONLY);

	if (fd < 0)
		return;
	remove_error = write(fd, "-bond0", 6) < 0 ? errno : 0;
	close(fd);
}

static void unloader(void)
{
	unload_error = unload_module("bonding");
}

static void check(void)
{
	outcome("unloaded", "%s", unload_error ? strerror(unload_error) : "yes");
	ok(!remove_error || remove_error == ENODEV, "bond0 is removed, or was gone");
	ok(access(MASTERS, F_OK) && access("/sys/kernel/debug/bonding", F_OK),
	   "nothing is left of it");
}

const struct scenario scenario = {
	.setup = setup,
	.actors = { ACTOR(remover), ACTOR(unloader) },
	.check = check,
};
