/* SPDX-License-Identifier: GPL-2.0 */
/*
 * The functions that gcc -fsanitize=thread calls before each memory access: in the watched files
 * of the kernel, and in the guest's program. Plain C.
 */
#ifndef REPLAY_ABI_TSAN_H
#define REPLAY_ABI_TSAN_H

/* ACCESS(what follows __tsan_ in its name, bytes, does it write) */
#define REPLAY_TSAN_ACCESSES(ACCESS) \
	REPLAY_TSAN_SIZE(ACCESS, 1)  \
	REPLAY_TSAN_SIZE(ACCESS, 2)  \
	REPLAY_TSAN_SIZE(ACCESS, 4)  \
	REPLAY_TSAN_SIZE(ACCESS, 8)  \
	REPLAY_TSAN_SIZE(ACCESS, 16)

#define REPLAY_TSAN_SIZE(ACCESS, size)            \
	ACCESS(read##size, size, false)           \
	ACCESS(write##size, size, true)           \
	ACCESS(unaligned_read##size, size, false) \
	ACCESS(unaligned_write##size, size, true)

#endif /* REPLAY_ABI_TSAN_H */
