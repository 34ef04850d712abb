// SPDX-License-Identifier: GPL-2.0
/*
 * A socket is closed while the work item of its psock sends what was redirected to it.
 *
 * 8259eb0e06d8 ("bpf, sockmap: Avoid using sk_socket after free when sending"), CVE-2025-38154. The work
 * has looked that the socket is not dead, and has taken sk->sk_socket; close() frees that. The fix has the
 * work hold a reference of the psock, for which sock_map_close() waits.
 *
 *     close                              sk_psock_backlog() (work)
 *     -----                              -------------------------
 *                                        sk_psock_handle_skb()
 *                                          sock = sk->sk_socket
 *     sock_map_close()
 *     sock_release(): frees it
 *                                          kernel_sendpage(sock)
 *
 *     Segfault with no mm, RIP: kernel_sendpage+0x49/0x1b0
 */
#include "device.h"
#include "scenario.h"
#include "sockmap.h"

#include <sys/socket.h>
#include <unistd.h>

static int from[2], to[2];
static long sent;
static int closed = -1;

static void setup(void)
{
	int map;

	loopback_up();
	map = sockmap(0);
	tcp_pair(from);
	tcp_pair(to);
	sockmap_put(map, 0, to[0]);
	sockmap_put(map, 1, from[1]);
}

static void sender(void)
{
	sent = send(from[0], "x", 1, 0);
}

static void closer(void)
{
	closed = close(to[0]);
	usleep(10000);
}

static void check(void)
{
	char byte = 0;
	long got = recv(to[1], &byte, 1, MSG_DONTWAIT);

	outcome("the other end got", "%ld", got);
	ok(sent == 1, "it is sent");
	ok(!closed, "it is closed");
}

const struct scenario scenario = {
	.setup = setup,
	.actors = { ACTOR(sender), ACTOR(closer), WORK(backlog, "sk_psock_backlog") },
	.check = check,
};
