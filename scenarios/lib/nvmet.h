/* SPDX-License-Identifier: GPL-2.0 */
/* The kernel's NVMe-over-fabrics target and its host, in one guest. */
#ifndef NVMET_H
#define NVMET_H

/*
 * Start a target with a block device such as "/dev/zram0"; @transport is "loop", or "tcp" over
 * loopback.
 */
void nvmet_start(const char *transport, const char *block_device);

/* Connect to the target; returns the block device that appears, such as "/dev/nvme0n1". */
const char *nvme_connect(const char *transport);

#endif /* NVMET_H */
