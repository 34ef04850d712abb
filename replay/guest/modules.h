/* SPDX-License-Identifier: GPL-2.0 */
/* Kernel modules: those that the scenario's config has with =m. */
#ifndef MODULES_H
#define MODULES_H

/*
 * Load a module, and before it those on which it depends, unless they are loaded already. A failure
 * is BROKEN. @parameters are such as "debug=1", or "".
 */
void load_module(const char *name, const char *parameters);

/* Unload a module. Returns 0, or the error: EBUSY if it is in use. */
int unload_module(const char *name);

#endif /* MODULES_H */
