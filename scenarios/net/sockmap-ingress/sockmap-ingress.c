// SPDX-License-Identifier: GPL-2.0
/*
 * What was redirected to a socket is read before the work item that gave it has let go of it.
 *
 * a454d84ee20b ("bpf, sockmap: Fix skb refcnt race after locking changes").
 *
 *     reader                             sk_psock_backlog() (work)
 *     ------                             -------------------------
 *                                        skb = skb_peek(&psock->ingress_skb)
 *                                        sk_psock_skb_ingress_enqueue()
 *                                          msg->skb = skb
 *                                          sk_psock_queue_msg()
 *     tcp_bpf_recvmsg()
 *       sk_msg_recvmsg()
 *         consume_skb(msg->skb)
 *                                        skb_dequeue(&psock->ingress_skb)
 *
 * The fix has the message hold a reference of its own. Without it:
 *
 *     BUG: KASAN: use-after-free in skb_dequeue+0x73/0xf0
 *     Workqueue: events sk_psock_backlog
 *
 * The report, without KASAN, has a general protection fault there.
 */
#include "device.h"
#include "scenario.h"
#include "sockmap.h"

#include <linux/bpf.h>
#include <sys/socket.h>
#include <unistd.h>

static int from[2], to[2];
static int map;
static long sent, got;

static void undo(void)
{
	unsigned int i;

	for (i = 0; i < 2; i++) {
		close(from[i]);
		close(to[i]);
	}
	close(map);
}

static void setup(void)
{
	sent = got = -1;
	loopback_up();
	map = sockmap(BPF_F_INGRESS);
	tcp_pair(from);
	tcp_pair(to);
	sockmap_put(map, 0, to[0]);
	sockmap_put(map, 1, from[1]);
	at_end(undo);
}

static void sender(void)
{
	sent = send(from[0], "x", 1, 0);
}

static void reader(void)
{
	char byte;

	got = recv(to[0], &byte, 1, 0);
}

static void check(void)
{
	ok(sent == 1, "it is sent");
	ok(got == 1, "it is received");
}

const struct scenario scenario = {
	.setup = setup,
	.actors = { ACTOR(sender), ACTOR(reader), WORK(backlog, "sk_psock_backlog") },
	.check = check,
};
