/* SPDX-License-Identifier: GPL-2.0 */
/* Reports: the kernel's error messages become events of the trace. */
#ifndef _REPLAY_REPORTS_H
#define _REPLAY_REPORTS_H

void replay_reports_begin(void);
void replay_reports_init(void);

#endif /* _REPLAY_REPORTS_H */
