// SPDX-License-Identifier: GPL-2.0
/*
 * The registers of the guest's threads, on a host processor with any amount of register state.
 *
 * A guest task has a buffer for its registers. The buffer's size does not depend on the host. The
 * host's state may be larger, and the host accepts only the whole state (xstateregs_set():
 * -EFAULT). So this file keeps the rest of the state, which does not fit, for each buffer, and
 * passes buffer and rest to the host together. The buffer may end in the middle of a component:
 * buffer and rest are always parts of one state, with one header (XSTATE_BV), since
 *
 *  - a read into a buffer also reads its rest,
 *  - fork and exec copy the rest along with the buffer.
 *
 * So guest threads that share a host process do not see each other's rest. There is one
 * exception, which user-mode Linux has for part of its own buffer, too: a signal frame does not
 * have the rest. If the frame marks a component of the rest as being in its initial state, it is
 * so after the signal; otherwise it stays as the handler left it.
 *
 * The rest lies in host memory, so it takes none of the guest's. The buffer's address finds it. A
 * new task whose buffer has the address of an old one's takes over its rest; so there are never
 * more rests than tasks at once.
 */
#include <errno.h>
#include <stddef.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/ptrace.h>
#include <sys/uio.h>

#include <replay_host.h>

struct rest {
	struct rest *next;
	const void *guest; /* the buffer */
	char state[];
};

static struct rest *rests; /* the last that was asked for first */
static char *whole; /* room for a state of the host */
static size_t host_size; /* its size, and 0 as long as it is not known */
static size_t guest_size; /* how much of it is in the buffer */

static void *host_memory(size_t size)
{
	void *memory = mmap(NULL, size, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);

	return memory == MAP_FAILED ? NULL : memory;
}

/* The host says how much it has written: less than there was room for is all. */
static int measure(int pid, int regset)
{
	struct iovec iov;
	size_t room;
	int err;

	for (room = 64 * 1024; !host_size; room *= 2) {
		iov.iov_base = host_memory(room);
		iov.iov_len = room;
		if (!iov.iov_base)
			return -1;
		if (ptrace(PTRACE_GETREGSET, pid, regset, &iov) == 0 && iov.iov_len < room) {
			whole = iov.iov_base;
			host_size = iov.iov_len;
			return 0;
		}
		err = iov.iov_len < room ? errno : 0;
		munmap(iov.iov_base, room);
		if (err) {
			errno = err;
			return -1;
		}
	}
	return 0;
}

static struct rest *rest_of(const void *guest)
{
	struct rest **link, *rest;

	for (link = &rests; (rest = *link); link = &rest->next)
		if (rest->guest == guest)
			break;
	if (rest) {
		*link = rest->next;
	} else {
		rest = host_memory(sizeof(*rest) + host_size - guest_size);
		if (!rest)
			return NULL;
		rest->guest = guest;
	}
	rest->next = rests;
	rests = rest;
	return rest;
}

long replay_get_regset(int pid, int regset, struct iovec *guest)
{
	struct iovec iov;
	struct rest *rest;

	if (!host_size && measure(pid, regset) < 0)
		return -1;
	if (host_size <= guest->iov_len)
		return ptrace(PTRACE_GETREGSET, pid, regset, guest);
	guest_size = guest->iov_len;
	rest = rest_of(guest->iov_base);
	if (!rest)
		return -1;

	iov.iov_base = whole;
	iov.iov_len = host_size;
	if (ptrace(PTRACE_GETREGSET, pid, regset, &iov) < 0)
		return -1;
	memcpy(guest->iov_base, whole, guest_size);
	memcpy(rest->state, whole + guest_size, host_size - guest_size);
	return 0;
}

long replay_set_regset(int pid, int regset, struct iovec *guest)
{
	struct iovec iov;
	struct rest *rest;

	if (!host_size && measure(pid, regset) < 0)
		return -1;
	if (host_size <= guest->iov_len)
		return ptrace(PTRACE_SETREGSET, pid, regset, guest);
	guest_size = guest->iov_len;
	rest = rest_of(guest->iov_base);
	if (!rest)
		return -1;

	iov.iov_base = whole;
	iov.iov_len = host_size;
	memcpy(whole, guest->iov_base, guest_size);
	memcpy(whole + guest_size, rest->state, host_size - guest_size);
	return ptrace(PTRACE_SETREGSET, pid, regset, &iov);
}

/* Copy what belongs to one buffer to another, whose own bytes are copied by the caller. */
int replay_copy_registers(const void *to, const void *from)
{
	struct rest *source, *target;

	if (!guest_size)
		return 0;
	source = rest_of(from);
	target = rest_of(to);
	if (!source || !target)
		return -ENOMEM;
	memcpy(target->state, source->state, host_size - guest_size);
	return 0;
}
