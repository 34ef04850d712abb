/* SPDX-License-Identifier: GPL-2.0 */
/* Record with which versions and commits a run was made. */
#ifndef STAMP_H
#define STAMP_H

double stamp_taken(const char *meta);
void stamp(const char *meta, const char *tool, const char *result, double took);

#endif /* STAMP_H */
