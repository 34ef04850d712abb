// SPDX-License-Identifier: GPL-2.0
#include "scenario.h"
#include "sockmap.h"

#include <arpa/inet.h>
#include <linux/bpf.h>
#include <netinet/in.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <unistd.h>

static int sys_bpf(int cmd, union bpf_attr *attr)
{
	return syscall(__NR_bpf, cmd, attr, sizeof(*attr));
}

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
	union bpf_attr attr;
	unsigned int value = fd;

	memset(&attr, 0, sizeof(attr));
	attr.map_fd = map;
	attr.key = (unsigned long)&key;
	attr.value = (unsigned long)&value;
	if (sys_bpf(BPF_MAP_UPDATE_ELEM, &attr))
		broken("cannot put a socket into the map");
}

int sockmap(unsigned int flags)
{
	union bpf_attr attr;
	int map, prog;

	memset(&attr, 0, sizeof(attr));
	attr.map_type = BPF_MAP_TYPE_SOCKMAP;
	attr.key_size = attr.value_size = 4;
	attr.max_entries = 2;
	map = sys_bpf(BPF_MAP_CREATE, &attr);
	if (map < 0)
		broken("no sockmap");

	struct bpf_insn insns[] = {
		/* r2 = map; r3 = 0; r4 = flags; call sk_redirect_map; exit */
		{ .code = BPF_LD | BPF_DW | BPF_IMM,
		  .dst_reg = 2,
		  .src_reg = BPF_PSEUDO_MAP_FD,
		  .imm = map },
		{ .code = 0 },
		{ .code = BPF_ALU64 | BPF_MOV | BPF_K, .dst_reg = 3, .imm = 0 },
		{ .code = BPF_ALU64 | BPF_MOV | BPF_K, .dst_reg = 4, .imm = flags },
		{ .code = BPF_JMP | BPF_CALL, .imm = BPF_FUNC_sk_redirect_map },
		{ .code = BPF_JMP | BPF_EXIT },
	};
	static char log[4096];

	memset(&attr, 0, sizeof(attr));
	attr.prog_type = BPF_PROG_TYPE_SK_SKB;
	attr.insns = (unsigned long)insns;
	attr.insn_cnt = sizeof(insns) / sizeof(insns[0]);
	attr.license = (unsigned long)"GPL";
	attr.log_buf = (unsigned long)log;
	attr.log_size = sizeof(log);
	attr.log_level = 1;
	prog = sys_bpf(BPF_PROG_LOAD, &attr);
	if (prog < 0)
		broken("no program: %.200s", log);
	memset(&attr, 0, sizeof(attr));
	attr.target_fd = map;
	attr.attach_bpf_fd = prog;
	attr.attach_type = BPF_SK_SKB_VERDICT;
	if (sys_bpf(BPF_PROG_ATTACH, &attr)) {
		attr.attach_type = BPF_SK_SKB_STREAM_VERDICT;
		if (sys_bpf(BPF_PROG_ATTACH, &attr))
			broken("cannot attach");
	}
	return map;
}
