// SPDX-License-Identifier: GPL-2.0
#include "attributes.h"
#include "device.h"
#include "nfsd.h"
#include "scenario.h"

#include <stdio.h>
#include <sys/mount.h>

/* Of linux/nfsd/export.h: any port, no check of the parents, and it is number 0, the root. */
#define EXPORT_FLAGS (0x2 | 0x400 | 0x2000)
#define NEVER "2147483647"

void nfsd_threads(unsigned int threads)
{
	char number[16];

	snprintf(number, sizeof(number), "%u", threads);
	put_text("/proc/fs/nfsd/threads", number);
}

/* What rpc.mountd answers when it is asked, and is told here before. */
void nfsd_start(unsigned int threads)
{
	char line[128];

	loopback_up();
	mount_type("tmpfs", NFSD_EXPORT, NULL);
	mount_type("nfsd", "/proc/fs/nfsd", NULL);
	/* The older versions need rpcbind. */
	put_text("/proc/fs/nfsd/versions", "-2 -3 +4\n");
	put_text("/proc/fs/nfsd/nfsv4gracetime", "10\n");
	nfsd_threads(threads);
	put_text("/proc/net/rpc/auth.unix.ip/channel", "nfsd 127.0.0.1 " NEVER " guest\n");
	snprintf(line, sizeof(line), "guest " NFSD_EXPORT " " NEVER " %d 0 0 0\n", EXPORT_FLAGS);
	put_text("/proc/net/rpc/nfsd.export/channel", line);
	put_text("/proc/net/rpc/nfsd.fh/channel",
		 "guest 1 \\x00000000 " NEVER " " NFSD_EXPORT "\n");
	/* It waits for clients of before, of which there is none. */
	wait_for_line("/proc/fs/nfsd/v4_end_grace", "Y");
}

void nfs_mount(const char *path, const char *options)
{
	char all[128];

	make_dir(path);
	snprintf(all, sizeof(all), "addr=127.0.0.1,clientaddr=127.0.0.1,proto=tcp,%s",
		 options ? options : "vers=4.2");
	if (mount("127.0.0.1:/", path, "nfs4", 0, all))
		broken("cannot mount nfs at %s", path);
}
