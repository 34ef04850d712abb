// SPDX-License-Identifier: GPL-2.0
#include "bpf.h"
#include "scenario.h"

#include <errno.h>
#include <string.h>
#include <sys/syscall.h>
#include <unistd.h>

#define LOG_SIZE 4096

int bpf(enum bpf_cmd command, union bpf_attr *attr)
{
	int result = syscall(SYS_bpf, command, attr, sizeof(*attr));

	return result < 0 ? -errno : result;
}

int bpf_map(enum bpf_map_type type, unsigned int key_size, unsigned int value_size,
	    unsigned int entries)
{
	union bpf_attr attr;
	int map;

	memset(&attr, 0, sizeof(attr));
	attr.map_type = type;
	attr.key_size = key_size;
	attr.value_size = value_size;
	attr.max_entries = entries;
	map = bpf(BPF_MAP_CREATE, &attr);
	if (map < 0) {
		errno = -map;
		broken("cannot make a map of BPF, of type %d; the kernel has to have CONFIG_BPF_SYSCALL, and the type",
		       type);
	}
	return map;
}

/* What the verifier says last is why; behind that is what it has counted. */
static const char *last_line(char *log)
{
	char *end = strstr(log, "\nprocessed "), *line;

	if (!end)
		end = log + strlen(log);
	*end = '\0';
	line = strrchr(log, '\n');
	return line ? line + 1 : log;
}

int bpf_program(enum bpf_prog_type type, const struct bpf_insn *instructions, unsigned int nr)
{
	char log[LOG_SIZE] = "";
	union bpf_attr attr;
	int program;

	memset(&attr, 0, sizeof(attr));
	attr.prog_type = type;
	attr.insns = (unsigned long)instructions;
	attr.insn_cnt = nr;
	attr.license = (unsigned long)"GPL";
	attr.log_buf = (unsigned long)log;
	attr.log_size = sizeof(log);
	attr.log_level = 1;
	program = bpf(BPF_PROG_LOAD, &attr);
	if (program < 0) {
		errno = -program;
		broken("the kernel refuses a program of BPF, of type %d: %s", type, last_line(log));
	}
	return program;
}

static int element(enum bpf_cmd command, int map, const void *key, const void *value,
		   unsigned long flags)
{
	union bpf_attr attr;

	memset(&attr, 0, sizeof(attr));
	attr.map_fd = map;
	attr.key = (unsigned long)key;
	attr.value = (unsigned long)value;
	attr.flags = flags;
	return bpf(command, &attr);
}

int bpf_put(int map, const void *key, const void *value, unsigned long flags)
{
	return element(BPF_MAP_UPDATE_ELEM, map, key, value, flags);
}

int bpf_get(int map, const void *key, void *value)
{
	return element(BPF_MAP_LOOKUP_ELEM, map, key, value, 0);
}

int bpf_delete(int map, const void *key)
{
	return element(BPF_MAP_DELETE_ELEM, map, key, NULL, 0);
}

int bpf_attach(int program, int target, enum bpf_attach_type type)
{
	union bpf_attr attr;

	memset(&attr, 0, sizeof(attr));
	attr.target_fd = target;
	attr.attach_bpf_fd = program;
	attr.attach_type = type;
	return bpf(BPF_PROG_ATTACH, &attr);
}
