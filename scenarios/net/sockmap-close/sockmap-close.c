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
 */
#define _GNU_SOURCE
#include "bpf.h"
#include "device.h"
#include "scenario.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

static int from[2], to[2];
static int map;
static long sent;
static int closed = -1;

static void pair(int ends[2])
{
	struct sockaddr_in addr = { .sin_family = AF_INET,
				    .sin_addr.s_addr = htonl(INADDR_LOOPBACK) };
	socklen_t len = sizeof(addr);
	int listener = socket(AF_INET, SOCK_STREAM, 0);

	if (listener < 0 || bind(listener, (void *)&addr, sizeof(addr)) || listen(listener, 1) ||
	    getsockname(listener, (void *)&addr, &len))
		broken("cannot listen");
	ends[0] = socket(AF_INET, SOCK_STREAM, 0);
	if (ends[0] < 0 || connect(ends[0], (void *)&addr, sizeof(addr)))
		broken("cannot connect");
	ends[1] = accept(listener, NULL, NULL);
	if (ends[1] < 0)
		broken("cannot accept");
	close(listener);
}

static void put(unsigned int key, int fd)
{
	unsigned int value = fd;

	if (bpf_put(map, &key, &value, BPF_ANY))
		broken("cannot put a socket into the map");
}

static void setup(void)
{
	int program;

	loopback_up();
	map = bpf_map(BPF_MAP_TYPE_SOCKMAP, 4, 4, 2);

	/* sk_redirect_map(skb, map, 0, 0) */
	const struct bpf_insn redirect[] = {
		BPF_LOAD_MAP(2, map), BPF_SET(3, 0),
		BPF_SET(4, 0),	      BPF_CALL_HELPER(sk_redirect_map),
		BPF_RETURN,
	};

	program = bpf_program(BPF_PROG_TYPE_SK_SKB, redirect, sizeof(redirect) / sizeof(*redirect));
	if (bpf_attach(program, map, BPF_SK_SKB_VERDICT) &&
	    bpf_attach(program, map, BPF_SK_SKB_STREAM_VERDICT))
		broken("cannot attach a program to the map");
	pair(from);
	pair(to);
	put(0, to[0]);
	put(1, from[1]);
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
