/* SPDX-License-Identifier: GPL-2.0 */
/* Draw rows as SVG. */
#ifndef LANES_H
#define LANES_H

#include "stacks.h"
#include "rows.h"

void lanes_draw(struct text *out, const struct rows *rows, const struct trace *trace,
		const struct locks *locks);
void append_escaped(struct text *out, const char *string);

#endif /* LANES_H */
