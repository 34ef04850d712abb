/* SPDX-License-Identifier: GPL-2.0 */
/* The kernel's own target of NVMe over fabrics, and its host, in one guest. */
#ifndef NVMET_H
#define NVMET_H

/* A target with this block device, as "/dev/zram0", that is reached by "loop", or by "tcp" over loopback. */
void nvmet_start(const char *transport, const char *block_device);

/* Connect to it; returns the block device that has come, as "/dev/nvme0n1". */
const char *nvme_connect(const char *transport);

#endif /* NVMET_H */
