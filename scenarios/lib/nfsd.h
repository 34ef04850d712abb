/* SPDX-License-Identifier: GPL-2.0 */
/* The kernel's NFS server and its client, over loopback. */
#ifndef NFSD_H
#define NFSD_H

#define NFSD_EXPORT "/export" /* a tmpfs */

/*
 * nfsd_start() starts the server with so many threads, and exports a file system; 0 threads stop
 * it.
 */
void nfsd_start(unsigned int threads);
void nfsd_threads(unsigned int threads);

/* Mount the export at @path, with further @options such as "vers=4.1", or NULL. */
void nfs_mount(const char *path, const char *options);

#endif /* NFSD_H */
