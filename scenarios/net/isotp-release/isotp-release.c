// SPDX-License-Identifier: GPL-2.0
/*
 * A socket of CAN is closed while its device goes.
 *
 * 20bab8b88baa ("can: isotp: fix use-after-free race with concurrent NETDEV_UNREGISTER"),
 * CVE-2026-72125. "During device unregistration the device is unlisted from the ifindex hash
 * before the NETDEV_UNREGISTER notifier chain runs, so a concurrent isotp_release() could find no
 * device, skip can_rx_unregister() entirely, and still proceed to free the socket", and it had
 * "already removed itself from the isotp notifier list at that point".
 *
 *     remover                             closer
 *     -------                             ------
 *     unlist_netdevice(dev)
 *     synchronize_net()
 *                                         isotp_release()
 *                                           list_del(&so->notifier)
 *                                           dev_get_by_index(): none, and
 *                                           the filters stay
 *                                           frees the socket
 *     NETDEV_UNREGISTER: the socket is
 *     not among those who are told
 *
 * Limits: frames do not come to a device that goes, so nobody meets the socket that is freed; what
 * is seen is that its filters are left.
 */
#include "net.h"
#include "programs.h"
#include "scenario.h"

#include <linux/can.h>
#include <linux/rtnetlink.h>
#include <net/if.h>
#include <stdio.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

#ifndef CAN_ISOTP
#define CAN_ISOTP 6
#endif

static int sock, error, filters;
static struct message remove_vcan;

static int isotp(void)
{
	struct sockaddr_can address = {
		.can_family = AF_CAN,
		.can_ifindex = if_nametoindex("vcan0"),
		.can_addr.tp = { .tx_id = 0x100, .rx_id = 0x200 },
	};
	int fd = socket(AF_CAN, SOCK_DGRAM, CAN_ISOTP);

	if (fd < 0 || bind(fd, (struct sockaddr *)&address, sizeof(address)))
		broken("cannot bind a socket of ISO-TP to vcan0");
	return fd;
}

/* How many filters there are for frames that come, of all sockets. */
static int nr_filters(void)
{
	FILE *file = fopen("/proc/net/can/stats", "r");
	char line[128];
	int nr;

	while (file && fgets(line, sizeof(line), file))
		if (strstr(line, "(CRCV)") && sscanf(line, "%d", &nr) == 1) {
			fclose(file);
			return nr;
		}
	broken("cannot read how many filters there are");
}

static void remover(void)
{
	int fd = netlink(NETLINK_ROUTE);

	error = answer_to(fd, &remove_vcan);
	close(fd);
}

static void closer(void)
{
	close(sock);
	sock = -1;
}

static void undo(void)
{
	if (sock >= 0)
		closer();
	if (error)
		remover();
}

static void setup(void)
{
	struct ifinfomsg head = {};

	error = -1;
	filters = nr_filters();
	run("ip link add vcan0 type vcan");
	run("ip link set vcan0 up");
	sock = isotp();
	if (nr_filters() == filters)
		broken("the socket is to have filters");
	head.ifi_index = if_nametoindex("vcan0");
	message(&remove_vcan, RTM_DELLINK, 0, &head, sizeof(head));
	at_end(undo);
}

static void check(void)
{
	int left = nr_filters() - filters;

	outcome("filters left", "%d", left);
	ok(!error, "the device is removed");
	ok(!left, "a socket that is closed has no filters");
	if (left)
		cannot_undo();
}

const struct scenario scenario = {
	.setup = setup,
	.actors = { ACTOR(remover), ACTOR(closer) },
	.check = check,
};
