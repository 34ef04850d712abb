/* SPDX-License-Identifier: GPL-2.0 */
#ifndef _REPLAY_WORKERS_H
#define _REPLAY_WORKERS_H

void replay_workers_ready(void);

#endif /* _REPLAY_WORKERS_H */
