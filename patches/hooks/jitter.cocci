// SPDX-License-Identifier: GPL-2.0
// The guest's clock has no jitter. A kernel that looks for that at boot finds none, and 6.12 never ends.
// Optional: without it, 6.12 with CONFIG_CRYPTO_JITTERENTROPY does not come up.
// File: crypto/jitterentropy-kcapi.c
@@
expression error;
@@
jent_mod_init(...)
{
<+...
error =
- jent_entropy_init(...)
+ -ENODEV
...+>
}
