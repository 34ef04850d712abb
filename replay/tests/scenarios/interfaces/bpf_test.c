// SPDX-License-Identifier: GPL-2.0
/* An element of a map is deleted while another is about to replace it; and a program that keeps one byte. */
#include "bpf.h"
#include "interfaces.h"
#include "scenario.h"

#include <errno.h>
#include <sys/socket.h>
#include <unistd.h>

static int map, replaced, deleted;
static const unsigned int key = 1, value = 2;

static void setup(void)
{
	map = bpf_map(BPF_MAP_TYPE_HASH, sizeof(key), sizeof(value), 1);
	if (bpf_put(map, &key, &value, BPF_NOEXIST))
		broken("cannot put an element into a map");
}

static void replace(void)
{
	replaced = bpf_put(map, &key, &value, BPF_EXIST);
}

static void delete_it(void)
{
	deleted = bpf_delete(map, &key);
}

static long filtered(void)
{
	const struct bpf_insn keep_one[] = { BPF_SET(0, 1), BPF_RETURN };
	int ends[2], program = bpf_program(BPF_PROG_TYPE_SOCKET_FILTER, keep_one, 2);
	char text[4];

	if (socketpair(AF_UNIX, SOCK_DGRAM, 0, ends) ||
	    setsockopt(ends[1], SOL_SOCKET, SO_ATTACH_BPF, &program, sizeof(program)) ||
	    write(ends[0], "two", 3) != 3)
		broken("cannot send through a filter");
	return read(ends[1], text, sizeof(text));
}

static void check(void)
{
	unsigned int left;

	ok(!deleted, "it is deleted");
	ok(replaced == -ENOENT, "what is not there is not replaced");
	ok(bpf_get(map, &key, &left) == -ENOENT, "and is not there");
	ok(filtered() == 1, "a program keeps one byte");
}

static void refused(void)
{
	const struct bpf_insn no_result[] = { BPF_RETURN };

	bpf_program(BPF_PROG_TYPE_SOCKET_FILTER, no_result, 1);
}

const struct interface bpf_maps = {
	.name = "bpf",
	.setup = setup,
	.one = replace,
	.other = delete_it,
	.check = check,
};

const struct interface bpf_refused = { .name = "bpf_refused", .setup = refused };
