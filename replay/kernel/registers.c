// SPDX-License-Identifier: GPL-2.0
/*
 * The registers of the guest's threads, however many the host's processor has.
 *
 * A thread of the guest has its registers in its task, in a buffer whose size does not
 * depend on the host. The host's state may be larger, and the host takes it whole or
 * not at all (xstateregs_set(): -EFAULT). So what is beyond the buffer is kept here, for
 * each buffer, and buffer and rest go to the host together. It does not matter where
 * the buffer ends, in the middle of a component or not: the two are always parts of
 * one state, its header (XSTATE_BV) too, since
 *
 *  - whoever reads into a buffer reads its rest,
 *  - a buffer that is copied, by fork and by exec, has its rest copied.
 *
 * So threads that share a process of the host do not see each other's. There is one
 * exception, which the kernels have for part of their own buffer, too: a signal's frame
 * does not have the rest. Where the frame says that a component of the rest is in its
 * initial state it is so behind the signal, and else it is as the handler left it.
 *
 * The rest is in memory of the host: what the guest has does not depend on the host.
 * It is found by the buffer's address, and a task that has the address of one that is
 * gone takes it over; so there are never more than there are tasks at once.
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
