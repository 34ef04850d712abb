// SPDX-License-Identifier: GPL-2.0
/*
 * The collector of AF_UNIX frees two messages, and the work of fput() their receiver in between.
 *
 * 1af2dface5d2 ("af_unix: Don't access successor in unix_del_edges() during GC.").
 *
 *     __unix_gc() (work)                 delayed_fput() (work)
 *     ------------------                 ---------------------
 *     frees the message with the
 *     receiver's own descriptor
 *                                        unix_release(): frees the receiver
 *     frees the message with other
 *     descriptors
 *       unix_del_edges()
 *         unix_update_graph() of edge->successor
 *
 * Other races of the collector, 9841991a446c and 47d8ac011fe1, are not here: one of the two would be
 * held under a spinlock, where nobody may sleep.
 *
 * The fix left the successor alone while a collection goes on; 7172dc93d621 ("af_unix: Add dead
 * flag to struct scm_fp_list.") made that a flag of the message, and both are taken out together.
 *
 *     BUG: KASAN: use-after-free in unix_edge_successor.isra.0+0x29/0x80
 *     Workqueue: events_unbound __unix_gc
 */
#include "scenario.h"

#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

static int receiver[2], others[2];

static void give(int to, const int *fds, unsigned int nr)
{
	char room[CMSG_SPACE(2 * sizeof(int))];
	char byte = 0;
	struct iovec data = { &byte, 1 };
	struct msghdr message = {
		.msg_iov = &data,
		.msg_iovlen = 1,
		.msg_control = room,
		.msg_controllen = CMSG_SPACE(nr * sizeof(int)),
	};
	struct cmsghdr *rights = CMSG_FIRSTHDR(&message);

	memset(room, 0, sizeof(room));
	rights->cmsg_level = SOL_SOCKET;
	rights->cmsg_type = SCM_RIGHTS;
	rights->cmsg_len = CMSG_LEN(nr * sizeof(int));
	memcpy(CMSG_DATA(rights), fds, nr * sizeof(int));
	if (sendmsg(to, &message, 0) != 1)
		broken("cannot send a descriptor");
}

static void setup(void)
{
	if (socketpair(AF_UNIX, SOCK_DGRAM, 0, receiver) ||
	    socketpair(AF_UNIX, SOCK_SEQPACKET, 0, others))
		broken("cannot make a pair of sockets");
	give(receiver[0], &receiver[1], 1);
	give(receiver[0], others, 2);
}

static void closer(void)
{
	close(others[0]);
	close(others[1]);
	close(receiver[0]);
	close(receiver[1]);
}

static void check(void)
{
	int fd = socket(AF_UNIX, SOCK_DGRAM, 0);

	ok(fd >= 0, "there are sockets as before");
	close(fd);
}

const struct scenario scenario = {
	.setup = setup,
	.actors = { ACTOR(closer), WORK(collector, "__unix_gc|unix_gc"),
		    WORK(fput, "delayed_fput") },
	.check = check,
};
