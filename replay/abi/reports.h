/* SPDX-License-Identifier: GPL-2.0 */
/*
 * How a report of the kernel begins, behind the time: the kernel part makes events of these lines, and
 * the host shows them. Plain C that includes nothing.
 */
#ifndef REPLAY_ABI_REPORTS_H
#define REPLAY_ABI_REPORTS_H

/* The words of a list, with commas between. */
#define REPLAY_REPORT_BEGINS "BUG: ", "WARNING: ", "INFO: ", "Oops: ", "general protection fault"

#endif /* REPLAY_ABI_REPORTS_H */
