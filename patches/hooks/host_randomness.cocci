// SPDX-License-Identifier: GPL-2.0
// Read no random numbers from the host: a replay must get the same ones again.
// File: arch/um/kernel/um_arch.c
// File: arch/um/include/asm/archrandom.h
// Needed-for: os_getrandom(
@@
expression list E;
@@
- os_getrandom(E)
+ (IS_ENABLED(CONFIG_REPLAY) ? -1 : os_getrandom(E))
