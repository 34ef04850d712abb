/* SPDX-License-Identifier: GPL-2.0 */
/*
 * BPF maps and programs, by bpf(2) and the kernel's own header. A program is an array of
 * instructions; user-mode Linux interprets it.
 */
#ifndef BPF_H
#define BPF_H

#include <linux/bpf.h>

/* bpf(2), which has all of it: returns its result, or -errno. */
int bpf(enum bpf_cmd command, union bpf_attr *attr);

/*
 * Return descriptors. A failure is BROKEN; if the verifier refuses a program, the result says why.
 */
int bpf_map(enum bpf_map_type type, unsigned int key_size, unsigned int value_size,
	    unsigned int entries);
int bpf_program(enum bpf_prog_type type, const struct bpf_insn *instructions, unsigned int nr);

/*
 * Return 0, or -errno. @flags are those of bpf(2), such as BPF_EXIST; @target is a map, or any
 * other target.
 */
int bpf_put(int map, const void *key, const void *value, unsigned long flags);
int bpf_get(int map, const void *key, void *value);
int bpf_delete(int map, const void *key);
int bpf_attach(int program, int target, enum bpf_attach_type type);

/* The kernel's header has no macros for whole instructions; these are enough for many programs. */
/* clang-format off */
#define BPF_LOAD_MAP(reg, map) \
	{ .code = BPF_LD | BPF_DW | BPF_IMM, .dst_reg = (reg), .src_reg = BPF_PSEUDO_MAP_FD, .imm = (map) }, { 0 }
#define BPF_SET(reg, value) { .code = BPF_ALU64 | BPF_MOV | BPF_K, .dst_reg = (reg), .imm = (value) }
#define BPF_CALL_HELPER(function) { .code = BPF_JMP | BPF_CALL, .imm = BPF_FUNC_##function }
#define BPF_RETURN { .code = BPF_JMP | BPF_EXIT }
/* clang-format on */

#endif /* BPF_H */
