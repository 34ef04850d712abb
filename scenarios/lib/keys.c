// SPDX-License-Identifier: GPL-2.0
#include "keys.h"
#include "scenario.h"

#include <errno.h>
#include <string.h>
#include <sys/syscall.h>
#include <unistd.h>

int new_key(const char *type, const char *name, const char *content, int keyring)
{
	int key =
		syscall(SYS_add_key, type, name, content, content ? strlen(content) : 0UL, keyring);

	if (key < 0)
		broken("cannot make '%s', a key of type '%s'; the kernel has to have CONFIG_KEYS, and the type",
		       name, type);
	return key;
}

int new_keyring(const char *name, int keyring)
{
	return new_key("keyring", name, NULL, keyring);
}

static long keyctl(long operation, long key, long first, long second)
{
	long result = syscall(SYS_keyctl, operation, key, first, second, 0L);

	return result < 0 ? -errno : result;
}

long key_read(int key, char *content, size_t size)
{
	return keyctl(KEYCTL_READ, key, (long)content, (long)size);
}

long key_update(int key, const char *content)
{
	return keyctl(KEYCTL_UPDATE, key, (long)content, (long)strlen(content));
}

long key_revoke(int key)
{
	return keyctl(KEYCTL_REVOKE, key, 0, 0);
}

long key_unlink(int key, int keyring)
{
	return keyctl(KEYCTL_UNLINK, key, keyring, 0);
}
