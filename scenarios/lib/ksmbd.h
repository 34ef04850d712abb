/* SPDX-License-Identifier: GPL-2.0 */
/*
 * The kernel's SMB server, ksmbd, and its client, cifs, over loopback. ksmbd asks a daemon about
 * users and shares, usually ksmbd.mountd of the package ksmbd-tools. Here the scenario answers,
 * with one user and one share.
 */
#ifndef KSMBD_H
#define KSMBD_H

#define KSMBD_SHARE "/share"

void ksmbd_start(void);

/* Mount the share at @path, with further @options such as "vers=2.1,nosharesock", or NULL. */
void cifs_mount(const char *path, const char *options);

#endif /* KSMBD_H */
