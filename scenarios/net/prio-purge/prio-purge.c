// SPDX-License-Identifier: GPL-2.0
/*
 * A band of a prio qdisc is taken away while the timer of the sfq in it hashes anew.
 *
 * d35acc1be348 ("net_sched: prio: fix a race in prio_tune()"), CVE-2025-38083.
 *
 *     tuner                              sfq_perturbation() (timer)
 *     -----                              --------------------------
 *     prio_tune()
 *       sch_tree_lock()
 *       qdisc_tree_flush_backlog()
 *       sch_tree_unlock()
 *                                        lock root
 *                                        sfq_rehash()
 *                                          qdisc_tree_reduce_backlog()
 *       qdisc_put()
 *
 * What the sfq drops there has been subtracted from its parents before, and their number of
 * packets is less than none.
 *
 * Limits: sfq_rehash() drops where several flows come to one slot, of which each has room for one
 * packet here. A tbf at the root keeps them from leaving.
 */
#include "net.h"
#include "programs.h"
#include "scenario.h"

#include <arpa/inet.h>
#include <linux/pkt_sched.h>
#include <linux/rtnetlink.h>
#include <net/if.h>
#include <netinet/in.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

#define DEVICE "bands0"
#define FLOWS 200
#define ROOT 0x10000
#define PRIO 0x20000

static int tuned;

static void undo(void)
{
	run("ip link del " DEVICE);
}

/* The number of packets that a qdisc believes to have, itself and below. */
static unsigned int packets_of(unsigned int handle)
{
	struct tcmsg head = { .tcm_ifindex = if_nametoindex(DEVICE), .tcm_handle = handle };
	struct tc_stats stats;
	struct {
		struct nlmsghdr header;
		char rest[2048];
	} said;
	struct message ask;
	int fd = netlink(NETLINK_ROUTE), left;
	struct rtattr *attr;

	message(&ask, RTM_GETQDISC, NLM_F_ECHO, &head, sizeof(head));
	say(fd, &ask, 1);
	if (recv(fd, &said, sizeof(said), 0) < 0 || said.header.nlmsg_type != RTM_NEWQDISC)
		broken("nothing is known of qdisc %x", handle);
	close(fd);
	left = said.header.nlmsg_len - NLMSG_LENGTH(sizeof(head));
	for (attr = TCA_RTA((struct tcmsg *)NLMSG_DATA(&said.header)); RTA_OK(attr, left);
	     attr = RTA_NEXT(attr, left))
		if (attr->rta_type == TCA_STATS && RTA_PAYLOAD(attr) >= sizeof(stats)) {
			memcpy(&stats, RTA_DATA(attr), sizeof(stats));
			return stats.qlen;
		}
	broken("qdisc %x does not tell how many packets it has", handle);
}

static void setup(void)
{
	struct sockaddr_in to = { .sin_family = AF_INET };
	int fd = socket(AF_INET, SOCK_DGRAM, 0), i;

	tuned = -1;
	run("ip link add " DEVICE " type dummy");
	at_end(undo);
	run("ip link set " DEVICE " addrgenmode none");
	run("ip link set " DEVICE " up");
	run("ip addr add 10.0.0.1/24 dev " DEVICE);
	run("tc qdisc add dev " DEVICE " root handle 1: tbf rate 8bit burst 100 limit 10000");
	run("tc qdisc add dev " DEVICE " parent 1:1 handle 2: prio"
	    " bands 3 priomap 2 2 2 2 2 2 2 2 2 2 2 2 2 2 2 2");
	run("tc qdisc add dev " DEVICE " parent 2:3 handle 3: sfq perturb 1 depth 1 divisor 16");
	inet_pton(AF_INET, "10.0.0.2", &to.sin_addr);
	for (i = 0; i < FLOWS; i++) {
		to.sin_port = htons(1000 + i);
		if (sendto(fd, "x", 1, 0, (void *)&to, sizeof(to)) != 1)
			broken("cannot send");
	}
	close(fd);
	if (packets_of(ROOT) < 2 || packets_of(ROOT) != packets_of(PRIO))
		broken("the packets are not kept");
}

static void tuner(void)
{
	struct tcmsg head = { .tcm_ifindex = if_nametoindex(DEVICE),
			      .tcm_handle = PRIO,
			      .tcm_parent = ROOT | 1 };
	struct tc_prio_qopt fewer = { .bands = 2 };
	struct message change;
	int fd = netlink(NETLINK_ROUTE);

	message(&change, RTM_NEWQDISC, 0, &head, sizeof(head));
	attribute(&change, TCA_KIND, "prio", sizeof("prio"));
	attribute(&change, TCA_OPTIONS, &fewer, sizeof(fewer));
	tuned = answer_to(fd, &change);
	close(fd);
}

static const char *number(unsigned int packets)
{
	return !packets ? "none" : (int)packets < 0 ? "less than none" : "some";
}

static void check(void)
{
	outcome("packets of tbf", "%s", number(packets_of(ROOT)));
	outcome("packets of prio", "%s", number(packets_of(PRIO)));
	ok(!tuned, "there are fewer bands");
	ok(packets_of(ROOT) == 0 && packets_of(PRIO) == 0, "who has no packets any more knows it");
}

const struct scenario scenario = {
	.setup = setup,
	.actors = { ACTOR(tuner), TIMER(perturb, "sfq_perturbation") },
	.check = check,
};
