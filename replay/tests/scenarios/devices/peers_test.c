// SPDX-License-Identifier: GPL-2.0
#define _GNU_SOURCE
#include "device.h"
#include "devices.h"
#include "fuse.h"
#include "ksmbd.h"
#include "nfsd.h"
#include "p9.h"
#include "scenario.h"

#include <fcntl.h>
#include <linux/userfaultfd.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/mman.h>
#include <sys/syscall.h>
#include <unistd.h>

#define PAGE 4096

static int faults = -1;

static void *answer_fault(void *page)
{
	static char content[PAGE] __attribute__((aligned(PAGE)));
	struct uffdio_copy copy = { .dst = (unsigned long)page, .len = PAGE };
	struct uffd_msg message;

	content[0] = 'f';
	copy.src = (unsigned long)content;
	if (read(faults, &message, sizeof(message)) != sizeof(message) ||
	    ioctl(faults, UFFDIO_COPY, &copy))
		broken("a fault is not answered");
	return NULL;
}

static void userfaultfd(void)
{
	char *page = mmap(NULL, PAGE, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
	struct uffdio_register range = {
		.range = { .start = (unsigned long)page, .len = PAGE },
		.mode = UFFDIO_REGISTER_MODE_MISSING,
	};
	struct uffdio_api api = { .api = UFFD_API };

	faults = syscall(SYS_userfaultfd, O_CLOEXEC);
	munlock(page, PAGE);
	madvise(page, PAGE, MADV_DONTNEED);
	if (faults < 0 || ioctl(faults, UFFDIO_API, &api) || ioctl(faults, UFFDIO_REGISTER, &range))
		broken("cannot answer faults");
	play(answer_fault, page);
	works("userfaultfd", *(volatile char *)page == 'f');
}

void test_peers(void)
{
	userfaultfd();
	fuse_play("/fuse");
	works("fuse", keeps("/fuse/file"));
	p9_play("/9p", NULL);
	works("9p", keeps("/9p/file"));
	nfsd_start(1);
	nfs_mount("/nfs", NULL);
	works("nfsd, and nfs over loopback", keeps("/nfs/file"));
}

void test_smb(void)
{
	ksmbd_start();
	cifs_mount("/cifs", NULL);
	works("ksmbd, and cifs over loopback", keeps("/cifs/file"));
}
