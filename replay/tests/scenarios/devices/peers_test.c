// SPDX-License-Identifier: GPL-2.0
#define _GNU_SOURCE
#include "device.h"
#include "devices.h"
#include "faults.h"
#include "fuse.h"
#include "ksmbd.h"
#include "nfsd.h"
#include "p9.h"
#include "scenario.h"

#include <fcntl.h>
#include <string.h>
#include <unistd.h>

static void *answer_fault(void *unused)
{
	/* Time goes on when all sleep, and so the other is in the fault. */
	usleep(1000);
	end_fault();
	return unused;
}

static void userfaultfd(void)
{
	const char *buffer = held_fault_at("f", 1, 0);

	play(answer_fault, NULL);
	works("userfaultfd", *(const volatile char *)buffer == 'f');
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
