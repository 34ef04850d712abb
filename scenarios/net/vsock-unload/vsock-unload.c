// SPDX-License-Identifier: GPL-2.0
/*
 * A transport of vsock is unloaded while somebody asks it for the address of this machine.
 *
 * 209fd720838a ("vsock: Fix transport_{g2h,h2g} TOCTOU"), CVE-2025-38462.
 *
 *	asker				remover
 *	-----				-------
 *	vsock_dev_do_ioctl()
 *	  transport_g2h is there
 *					virtio_vsock_exit()
 *					  vsock_core_unregister()
 *					    transport_g2h = NULL
 *	  transport_g2h->get_local_cid()
 *
 * Here it has called the function already, whose code goes with the module; that is the same
 * window, and a place where nothing needs a patch. The fix has a lock around it.
 *
 *	Kernel tried to access user memory at addr 0x..., ip 0x...
 *
 * Both addresses are the same one, inside that function.
 */
#include "modules.h"
#include "scenario.h"

#include <errno.h>
#include <fcntl.h>
#include <linux/vm_sockets.h>
#include <stdio.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/stat.h>
#include <sys/sysmacros.h>
#include <unistd.h>

static int device;
static unsigned int address;
static int ask_error, unload_error;

static void undo(void)
{
	if (device >= 0)
		close(device);
	device = -1;
}

static void setup(void)
{
	unsigned int major, minor;
	FILE *file;

	ask_error = unload_error = -1;
	load_module("vmw_vsock_virtio_transport", "");
	at_end(undo);
	file = fopen("/sys/class/misc/vsock/dev", "r");
	if (!file || fscanf(file, "%u:%u", &major, &minor) != 2)
		broken("vsock has no device");
	fclose(file);
	if (mknod("/dev/vsock", S_IFCHR | 0600, makedev(major, minor)) && errno != EEXIST)
		broken("cannot make /dev/vsock");
	device = open("/dev/vsock", O_RDONLY);
	if (device < 0)
		broken("cannot open /dev/vsock");
}

static void asker(void)
{
	ask_error = ioctl(device, IOCTL_VM_SOCKETS_GET_LOCAL_CID, &address) ? errno : 0;
}

static void remover(void)
{
	unload_error = unload_module("vmw_vsock_virtio_transport");
}

static void check(void)
{
	undo();
	outcome("unloaded", "%s", unload_error ? strerror(unload_error) : "yes");
	ok(!ask_error && address == VMADDR_CID_ANY, "there is no address, and that is said");
}

const struct scenario scenario = {
	.setup = setup,
	.actors = { ACTOR(asker), ACTOR(remover) },
	.check = check,
};
