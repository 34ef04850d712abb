// SPDX-License-Identifier: GPL-2.0
/* A key is revoked while it is read, and collected. */
#include "keys.h"
#include "interfaces.h"
#include "scenario.h"

#include <errno.h>

static int ring, key;
static long got, revoked, updated, unlinked;
static char text[8];

static void setup(void)
{
	ring = new_keyring("a ring", KEY_SPEC_USER_KEYRING);
	key = new_key("user", "a key", "secret", ring);
}

static void read_it(void)
{
	got = key_read(key, text, sizeof(text));
}

static void revoke(void)
{
	revoked = key_revoke(key);
	updated = key_update(key, "other");
	unlinked = key_unlink(key, ring);
}

static void check(void)
{
	ok(got == 6, "it is read");
	ok(!revoked, "it is revoked");
	ok(updated == -EKEYREVOKED, "what is revoked is not updated");
	ok(!unlinked, "it is taken from its ring");
}

const struct interface keys = {
	.name = "keys",
	.setup = setup,
	.one = read_it,
	.other = revoke,
	.check = check,
};
