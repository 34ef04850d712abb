/* SPDX-License-Identifier: GPL-2.0 */
/*
 * The kernel's own server of SMB, and its client, cifs, over loopback. ksmbd asks a daemon about users
 * and shares, ksmbd.mountd of the package ksmbd-tools; this answers for it: there is one user, and one share.
 */
#ifndef KSMBD_H
#define KSMBD_H

#define KSMBD_SHARE "/share"

void ksmbd_start(void);

/* Mount it at @path; @options on top of those that are needed, as "vers=2.1,nosharesock", or NULL. */
void cifs_mount(const char *path, const char *options);

#endif /* KSMBD_H */
