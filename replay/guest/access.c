// SPDX-License-Identifier: GPL-2.0
#define _GNU_SOURCE
#include "access.h"
#include "memory.h"
#include "scenario.h"

#include <errno.h>
#include <setjmp.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

static __thread sigjmp_buf fault;
static __thread volatile sig_atomic_t fault_expected;

static void caught(int signal)
{
	if (!fault_expected)
		broken("signal %d where none can be", signal);
	siglongjmp(fault, signal);
}

/* Returns 0 before the access. If the access raises a signal, this returns again, with the signal. */
#define fault_of(access)                                            \
	({                                                          \
		struct sigaction action = { .sa_handler = caught }; \
                                                                    \
		sigaction(SIGBUS, &action, NULL);                   \
		sigaction(SIGSEGV, &action, NULL);                  \
		fault_expected = 1;                                 \
		(access)->signal = sigsetjmp(fault, 1);             \
	})

struct access load(const char *address)
{
	static __thread struct access access;

	access = (struct access){ .length = 1 };
	if (!fault_of(&access))
		access.byte = *(volatile const unsigned char *)address;
	fault_expected = 0;
	return access;
}

struct access store(char *address, unsigned char byte)
{
	static __thread struct access access;

	access = (struct access){ .length = 1, .byte = byte };
	if (!fault_of(&access))
		*(volatile unsigned char *)address = byte;
	fault_expected = 0;
	return access;
}

/* How a system call ended that returned @length, with @bytes where it has some. */
static struct access ended(long length, const unsigned char *bytes)
{
	return (struct access){
		.error = length < 0 ? errno : 0,
		.length = length,
		.byte = length > 0 ? bytes[0] : 0,
	};
}

struct access read_page(int fd)
{
	unsigned char page[PAGE];

	return ended(pread(fd, page, PAGE, 0), page);
}

struct access write_page(int fd, unsigned char byte)
{
	unsigned char page[PAGE];

	memset(page, byte, PAGE);
	/* Write only a part of the page, so that the kernel has to read the rest first. */
	return ended(pwrite(fd, page, PAGE / 2, 0), page);
}

int survived(const struct access *access)
{
	return !access->signal && !access->error;
}

const char *seen(const struct access *access)
{
	static char text[32];

	if (access->signal)
		snprintf(text, sizeof(text), "SIG%s", sigabbrev_np(access->signal));
	else if (access->error)
		snprintf(text, sizeof(text), "%s", strerrorname_np(access->error));
	else if (!access->length)
		snprintf(text, sizeof(text), "end of file");
	else
		snprintf(text, sizeof(text), "0x%02x", access->byte);
	return text;
}
