// SPDX-License-Identifier: GPL-2.0
#include "bpf.h"
#include "scenario.h"
#include "sockmap.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

void tcp_pair(int ends[2])
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

void sockmap_put(int map, unsigned int key, int fd)
{
	unsigned int value = fd;

	if (bpf_put(map, &key, &value, BPF_ANY))
		broken("cannot put a socket into the map");
}

int sockmap(unsigned int flags)
{
	int map = bpf_map(BPF_MAP_TYPE_SOCKMAP, 4, 4, 2);
	/* sk_redirect_map(skb, map, 0, flags) */
	const struct bpf_insn redirect[] = {
		BPF_LOAD_MAP(2, map), BPF_SET(3, 0),
		BPF_SET(4, flags),    BPF_CALL_HELPER(sk_redirect_map),
		BPF_RETURN,
	};
	int program =
		bpf_program(BPF_PROG_TYPE_SK_SKB, redirect, sizeof(redirect) / sizeof(*redirect));

	if (bpf_attach(program, map, BPF_SK_SKB_VERDICT) &&
	    bpf_attach(program, map, BPF_SK_SKB_STREAM_VERDICT))
		broken("cannot attach a program to the map");
	return map;
}
