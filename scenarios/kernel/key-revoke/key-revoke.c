// SPDX-License-Identifier: GPL-2.0
/*
 * A key is revoked between the look whether it is valid and the lock under which it is read.
 *
 * b4a1b4f5047e ("KEYS: Fix race between read and revoke"), CVE-2015-7550. keyctl_read_key() looked whether the
 * key was valid, and took key->sem behind that. Who revokes it meanwhile takes its content away, and
 * user_read(), which takes it for granted that a key that is not revoked has one, reads through NULL. The
 * fix looks under the lock.
 *
 *     reader                              revoker
 *     ------                              -------
 *     keyctl_read_key()
 *       key_validate(): it is valid
 *                                         key_revoke()
 *                                           down_write(&key->sem)
 *                                           user_revoke(): no content
 *                                           up_write(&key->sem)
 *       down_read(&key->sem)
 *       user_read(): NULL
 *
 * The commit says that user_read() "doesn't check for a NULL pointer": here that is "Kernel mode fault at addr 0x10", with
 * user_read() below __keyctl_read_key() in the console. LTP's keyctl02 tries the same 20000 times.
 */
#include "keys.h"
#include "scenario.h"

#include <errno.h>
#include <string.h>

#define CONTENT "secret"

static int ring, key;
static long got, revoked;
static char content[16];

static void undo(void)
{
	key_unlink(ring, KEY_SPEC_USER_KEYRING);
}

static void setup(void)
{
	ring = new_keyring("ring", KEY_SPEC_USER_KEYRING);
	key = new_key("user", "key", CONTENT, ring);
	got = revoked = 0;
	at_end(undo);
}

static void reader(void)
{
	got = key_read(key, content, sizeof(content));
}

static void revoker(void)
{
	revoked = key_revoke(key);
}

static void check(void)
{
	outcome("the read", "%s", got < 0 ? strerror(-got) : "has the content");
	ok(got == (long)strlen(CONTENT) || got == -EKEYREVOKED, "it is read, or revoked");
	ok(!revoked, "it is revoked in the end");
}

const struct scenario scenario = {
	.setup = setup,
	.actors = { ACTOR(reader), ACTOR(revoker) },
	.check = check,
};
