/* SPDX-License-Identifier: GPL-2.0 */
/* Record with which versions and commits a run was made. */
#ifndef STAMP_H
#define STAMP_H

void stamp(const char *meta, const char *tool, const char *result);

#endif /* STAMP_H */
