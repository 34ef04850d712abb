/* SPDX-License-Identifier: GPL-2.0 */
/* What a run was made with. */
#ifndef STAMP_H
#define STAMP_H

void stamp(const char *meta, const char *tool, const char *result);

#endif /* STAMP_H */
