/* SPDX-License-Identifier: GPL-2.0 */
/* Keys and keyrings. What is not here is syscall(SYS_keyctl, ...), with the numbers of this header. */
#ifndef KEYS_H
#define KEYS_H

#include <linux/keyctl.h>
#include <stddef.h>

/*
 * A key of @type, as "user", that is linked to a keyring, as KEY_SPEC_SESSION_KEYRING; and a keyring. The number of
 * the key; or BROKEN.
 */
int new_key(const char *type, const char *name, const char *content, int keyring);
int new_keyring(const char *name, int keyring);

/* What keyctl(2) returns, or -errno. */
long key_read(int key, char *content, size_t size);
long key_update(int key, const char *content);
long key_revoke(int key);
long key_unlink(int key, int keyring);

#endif /* KEYS_H */
