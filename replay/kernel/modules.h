/* SPDX-License-Identifier: GPL-2.0 */
/* Modules: their functions are points while they are loaded. */
#ifndef _REPLAY_MODULES_H
#define _REPLAY_MODULES_H

#include <linux/types.h>

bool replay_is_awaited(const char *name);
void replay_modules_tell(void);

#endif /* _REPLAY_MODULES_H */
