// SPDX-License-Identifier: GPL-2.0
/*
 * The link group of a socket of SMC is terminated while an option is set on that socket.
 *
 * c0bf3d8a943b ("net/smc: Transitional solution for clcsock race issue"), CVE-2022-48751.
 * An option is one of the TCP socket below, which goes with the link group; and no lock
 * kept it.
 *
 *     setter                              terminator
 *     ------                              ----------
 *     smc_setsockopt()
 *       tcp_setsockopt()
 *                                         smc_lgr_terminate_work()
 *                                           smc_conn_kill()
 *                                             smc_close_active_abort()
 *                                               smc_clcsock_release()
 *                                                 clcsock = NULL
 *       clcsock->sk->sk_err
 *
 *     Kernel mode fault at addr 0x18, RIP: smc_setsockopt+0x1b9/0xdd0
 *
 * Client and server are in the same guest, over rxe on lo, and each has a link group.
 */
#include "device.h"
#include "net.h"
#include "programs.h"
#include "scenario.h"

#include <arpa/inet.h>
#include <errno.h>
#include <linux/genetlink.h>
#include <linux/netlink.h>
#include <linux/smc.h>
#include <net/if.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/socket.h>
#include <unistd.h>

#ifndef AF_SMC
#define AF_SMC 43
#endif

static int listener, client, server, set_error, down_error;

/* The number of a family of generic netlink. */
static int family(int fd, const char *name)
{
	struct genlmsghdr head = { .cmd = CTRL_CMD_GETFAMILY, .version = 1 };
	struct message ask;
	char said[8192];
	const struct nlmsghdr *header = (void *)said;
	const char *at = said + NLMSG_LENGTH(GENL_HDRLEN);

	message(&ask, GENL_ID_CTRL, 0, &head, sizeof(head));
	attribute(&ask, CTRL_ATTR_FAMILY_NAME, name, strlen(name) + 1);
	say(fd, &ask, 1);
	if (recv(fd, said, sizeof(said), 0) < 0 || header->nlmsg_type != GENL_ID_CTRL || answer(fd))
		broken("there is no generic netlink %s", name);
	while (at < said + header->nlmsg_len) {
		const struct nlattr *attr = (const void *)at;

		if (attr->nla_type == CTRL_ATTR_FAMILY_ID)
			return *(const uint16_t *)(at + NLA_HDRLEN);
		at += NLA_ALIGN(attr->nla_len);
	}
	broken("%s has no number", name);
}

/* Two peers speak SMC-Rv2, which rxe needs, if they have a name in common. */
static void own_name(void)
{
	struct genlmsghdr head = { .cmd = SMC_NETLINK_ADD_UEID, .version = 1 };
	char name[SMC_MAX_EID_LEN + 1];
	struct message add;
	int fd = netlink(NETLINK_GENERIC);

	snprintf(name, sizeof(name), "%-*s", SMC_MAX_EID_LEN, "REPLAY");
	message(&add, family(fd, SMC_GENL_FAMILY_NAME), 0, &head, sizeof(head));
	attribute(&add, SMC_NLA_EID_TABLE_ENTRY, name, sizeof(name));
	errno = answer_to(fd, &add);
	if (errno)
		broken("SMC does not take a name");
	close(fd);
}

static void setup(void)
{
	struct sockaddr_in address = {
		.sin_family = AF_INET,
		.sin_addr.s_addr = htonl(INADDR_LOOPBACK),
		.sin_port = htons(5000),
	};

	/* The device of RDMA goes down, and does not come back as it was. */
	cannot_undo();
	set_error = down_error = -1;
	loopback_up();
	run("rdma link add rxe0 type rxe netdev lo");
	wait_for_line("/sys/class/infiniband/rxe0/ports/1/state", "4: ACTIVE");
	own_name();
	listener = socket(AF_SMC, SOCK_STREAM, 0);
	if (listener < 0 || bind(listener, (void *)&address, sizeof(address)) ||
	    listen(listener, 1))
		broken("cannot listen");
	client = socket(AF_SMC, SOCK_STREAM, 0);
	if (client < 0 || connect(client, (void *)&address, sizeof(address)))
		broken("cannot connect");
	server = accept(listener, NULL, NULL);
	if (server < 0)
		broken("cannot accept");
	/* It waits for its peer to close, too: then all of it goes with the link group. */
	if (shutdown(client, SHUT_RDWR))
		broken("cannot shut down");
}

static void setter(void)
{
	int one = 1;

	set_error = setsockopt(client, IPPROTO_TCP, TCP_NODELAY, &one, sizeof(one)) ? errno : 0;
}

/* What is below the device of RDMA goes down, and so do its links. */
static void downer(void)
{
	struct ifreq request = { .ifr_name = "lo" };
	int fd = socket(AF_INET, SOCK_DGRAM, 0);

	down_error = ioctl(fd, SIOCSIFFLAGS, &request) ? errno : 0;
	close(fd);
}

static void check(void)
{
	outcome("the option", "%s", set_error ? strerror(set_error) : "set");
	ok(!down_error, "the network device is down");
	/* With one of them open, its link group is not gone, and the guest cannot power down. */
	close(server);
	close(client);
	close(listener);
}

const struct scenario scenario = {
	.setup = setup,
	.actors = { ACTOR(setter), ACTOR(downer), WORK(terminator, "smc_lgr_terminate_work") },
	.check = check,
};
