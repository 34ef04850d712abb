// SPDX-License-Identifier: GPL-2.0
/*
 * The echo of an announced address stops its timer while the address is removed.
 *
 * 426358d9be7c ("mptcp: fix a race in mptcp_pm_del_add_timer()"), CVE-2025-40257. It looks for the
 * address with a lock, and stops its timer without:
 *
 *     asker                                  manager
 *     -----                                  -------
 *     mptcp_incoming_options()
 *       mptcp_pm_del_add_timer()
 *         finds the address
 *                                            mptcp_nl_cmd_del_addr()
 *                                              mptcp_pm_del_add_timer()
 *                                                takes the address off its list
 *                                              frees the address
 *         sk_stop_timer(&entry->add_timer)
 *
 * With the fix the one reads under RCU, and the other frees when all have read.
 *
 *     BUG: KASAN: use-after-free in __timer_delete+0x7e/0x120
 *       sk_stop_timer+0x1e/0x80
 *       mptcp_pm_del_add_timer+0x2c5/0x350
 *     Freed by task 83:
 *       remove_anno_list_by_saddr+0x34/0x40
 *
 * In the report a softirq receives the echo, and another processor removes the address. Here a task
 * receives it that may be held: it has the lock of the subflow alone, and what came meanwhile is
 * received when it gives that lock back. It is one that asks sock_diag about the subflow.
 */
#include "attributes.h"
#include "device.h"
#include "net.h"
#include "scenario.h"

#include <arpa/inet.h>
#include <linux/genetlink.h>
#include <linux/inet_diag.h>
#include <linux/mptcp.h>
#include <linux/sock_diag.h>
#include <netinet/in.h>
#include <stdint.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

#define PORT 4000
#define PATH_MANAGER "/proc/sys/net/mptcp/pm_type"
#define TIMEOUT "/proc/sys/net/mptcp/add_addr_timeout" /* s */

static int generic, family;
static int listener, client, server;
static struct sockaddr_in client_addr;
static int added, removed, sent, told;

static struct nlattr *next(const struct nlattr *attr)
{
	return (struct nlattr *)((char *)attr + NLA_ALIGN(attr->nla_len));
}

/* The number of the path manager in netlink; its events come to @generic. */
static void find_path_manager(void)
{
	struct genlmsghdr head = { .cmd = CTRL_CMD_GETFAMILY, .version = 1 };
	char got[4096];
	struct nlmsghdr *header = (void *)got;
	struct nlattr *attr = (void *)(got + NLMSG_LENGTH(GENL_HDRLEN));
	struct message question;

	message(&question, GENL_ID_CTRL, 0, &head, sizeof(head));
	attribute(&question, CTRL_ATTR_FAMILY_NAME, MPTCP_PM_NAME, sizeof(MPTCP_PM_NAME));
	say(generic, &question, 1);
	if (recv(generic, got, sizeof(got), 0) < 0 || header->nlmsg_type == NLMSG_ERROR ||
	    answer(generic))
		broken("MPTCP has no path manager");
	for (; (char *)attr < got + header->nlmsg_len; attr = next(attr)) {
		struct nlattr *group = attr + 1;

		if (attr->nla_type == CTRL_ATTR_FAMILY_ID)
			family = *(uint16_t *)(attr + 1);
		if (attr->nla_type != CTRL_ATTR_MCAST_GROUPS)
			continue;
		for (; group < next(attr); group = next(group)) {
			struct nlattr *of_group = group + 1;

			for (; of_group < next(group); of_group = next(of_group))
				if (of_group->nla_type == CTRL_ATTR_MCAST_GRP_ID &&
				    setsockopt(generic, SOL_NETLINK, NETLINK_ADD_MEMBERSHIP,
					       of_group + 1, sizeof(uint32_t)))
					broken("cannot listen to the path manager");
		}
	}
}

static int endpoint(int command)
{
	struct genlmsghdr head = { .cmd = command, .version = MPTCP_PM_VER };
	struct {
		struct nlattr family_head;
		uint16_t family, family_end;
		struct nlattr id_head;
		uint8_t id, id_end[3];
		struct nlattr addr_head;
		uint32_t addr;
		struct nlattr flags_head;
		uint32_t flags;
	} is = {
		{ NLA_HDRLEN + 2, MPTCP_PM_ADDR_ATTR_FAMILY },
		AF_INET,
		0,
		{ NLA_HDRLEN + 1, MPTCP_PM_ADDR_ATTR_ID },
		1,
		{ 0 },
		{ NLA_HDRLEN + 4, MPTCP_PM_ADDR_ATTR_ADDR4 },
		htonl(INADDR_LOOPBACK + 1),
		{ NLA_HDRLEN + 4, MPTCP_PM_ADDR_ATTR_FLAGS },
		MPTCP_PM_ADDR_FLAG_SIGNAL,
	};
	struct message request;
	int asks = netlink(NETLINK_GENERIC);
	int error;

	message(&request, family, 0, &head, sizeof(head));
	attribute(&request, MPTCP_PM_ATTR_ADDR | NLA_F_NESTED, &is, sizeof(is));
	error = answer_to(asks, &request);
	close(asks);
	return error;
}

static void undo(void)
{
	close(client);
	close(server);
	close(listener);
	close(generic);
	if (is_case("resent"))
		put_text(TIMEOUT, "120");
}

static void setup(void)
{
	struct sockaddr_in addr = { .sin_family = AF_INET,
				    .sin_port = htons(PORT),
				    .sin_addr.s_addr = htonl(INADDR_LOOPBACK) };
	socklen_t size = sizeof(client_addr);
	int on = 1;
	char byte;

	added = removed = sent = told = -1;
	loopback_up();
	if (is_case("resent"))
		put_text(TIMEOUT, "1");
	generic = netlink(NETLINK_GENERIC);
	find_path_manager();
	listener = socket(AF_INET, SOCK_STREAM, IPPROTO_MPTCP);
	if (listener < 0 || setsockopt(listener, SOL_SOCKET, SO_REUSEADDR, &on, sizeof(on)) ||
	    bind(listener, (void *)&addr, sizeof(addr)) || listen(listener, 1))
		broken("cannot listen");

	/* The addresses of the client are left to user space: only the server announces. */
	put_text(PATH_MANAGER, "1");
	client = socket(AF_INET, SOCK_STREAM, IPPROTO_MPTCP);
	put_text(PATH_MANAGER, "0");
	if (client < 0 || connect(client, (void *)&addr, sizeof(addr)))
		broken("cannot connect");
	server = accept(listener, (void *)&client_addr, &size);
	if (server < 0 || write(client, "x", 1) != 1 || read(server, &byte, 1) != 1)
		broken("cannot accept");
	at_end(undo);
	/* What both have to do by work items is done. */
	sleep(1);
}

static void sender(void)
{
	sent = write(server, "y", 1);
}

static void manager(void)
{
	added = endpoint(MPTCP_PM_CMD_ADD_ADDR);
	at_point("announced");
	removed = endpoint(MPTCP_PM_CMD_DEL_ADDR);
}

static void asker(void)
{
	struct inet_diag_req_v2 head = {
		.sdiag_family = AF_INET,
		.sdiag_protocol = IPPROTO_TCP,
		.idiag_ext = 1 << (INET_DIAG_INFO - 1),
		.idiag_states = -1,
		.id = {
			.idiag_sport = htons(PORT),
			.idiag_dport = client_addr.sin_port,
			.idiag_src = { htonl(INADDR_LOOPBACK) },
			.idiag_dst = { htonl(INADDR_LOOPBACK) },
			.idiag_cookie = { INET_DIAG_NOCOOKIE, INET_DIAG_NOCOOKIE },
		},
	};
	int diag = netlink(NETLINK_SOCK_DIAG);
	struct message question;
	struct nlmsghdr answer_of_it;

	message(&question, SOCK_DIAG_BY_FAMILY, 0, &head, sizeof(head));
	say(diag, &question, 1);
	if (recv(diag, &answer_of_it, sizeof(answer_of_it), 0) > 0)
		told = answer_of_it.nlmsg_type;
	close(diag);
}

static void check(void)
{
	ok(!added && !removed, "the address is announced, and removed");
	ok(sent == 1, "the server sends");
	ok(told == SOCK_DIAG_BY_FAMILY, "who asks is told about the subflow");
}

const struct scenario scenario = {
	.setup = setup,
	.actors = { ACTOR(sender), ACTOR(asker), ACTOR(manager), WORK(worker, "mptcp_worker"),
		    TIMER(timer, "mptcp_pm_add_timer|mptcp_pm_add_addr_timer") },
	.check = check,
};
