/* SPDX-License-Identifier: GPL-2.0 */
/* The kernel's own server of NFS, and its client, over loopback. */
#ifndef NFSD_H
#define NFSD_H

#define NFSD_EXPORT "/export" /* a tmpfs */

/* Start the server with so many threads, and export that; 0 threads stop it. */
void nfsd_start(unsigned int threads);
void nfsd_threads(unsigned int threads);

/* Mount it at @path; @options on top of those that are needed, as "vers=4.1", or NULL. */
void nfs_mount(const char *path, const char *options);

#endif /* NFSD_H */
