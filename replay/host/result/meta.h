/* SPDX-License-Identifier: GPL-2.0 */
/* The file 'meta' of a run: its lines KEY=VALUE say what was run. */
#ifndef META_H
#define META_H

struct meta_line {
	const char *key, *value;
};

struct meta {
	char *bytes;
	struct meta_line *lines;
	unsigned int nr;
};

void meta_read(struct meta *meta, const char *directory);
const char *meta_value(const struct meta *meta, const char *key);

#endif /* META_H */
