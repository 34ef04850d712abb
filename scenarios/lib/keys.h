/* SPDX-License-Identifier: GPL-2.0 */
/*
 * Keys and keyrings. For other operations call syscall(SYS_keyctl, ...) with the constants that
 * this header includes.
 */
#ifndef KEYS_H
#define KEYS_H

#include <linux/keyctl.h>
#include <stddef.h>

/*
 * new_key() makes a key of a type such as "user", and links it to a keyring such as
 * KEY_SPEC_SESSION_KEYRING; new_keyring() makes a keyring likewise. Both return the serial number
 * of the key; a failure is BROKEN.
 */
int new_key(const char *type, const char *name, const char *content, int keyring);
int new_keyring(const char *name, int keyring);

/* Return the result of keyctl(2), or -errno. */
long key_read(int key, char *content, size_t size);
long key_update(int key, const char *content);
long key_revoke(int key);
long key_unlink(int key, int keyring);

#endif /* KEYS_H */
