/* SPDX-License-Identifier: GPL-2.0 */
/* Modules of the kernel, those that the scenario's config has with =m. */
#ifndef MODULES_H
#define MODULES_H

/*
 * Load one, and before it those that it depends on, where they are not loaded; or BROKEN. Of @parameters, as
 * "debug=1", there may be none: "".
 */
void load_module(const char *name, const char *parameters);

/* Take that one away; returns 0, or the error: EBUSY where somebody uses it. */
int unload_module(const char *name);

#endif /* MODULES_H */
