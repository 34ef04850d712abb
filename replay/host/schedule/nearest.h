/* SPDX-License-Identifier: GPL-2.0 */
/* Find the existing name that is nearest to a misspelt one. */
#ifndef NEAREST_H
#define NEAREST_H

#include <stdbool.h>

struct names {
	const char **names;
	unsigned int nr;
};

void names_add(struct names *names, const char *name);
void names_read(struct names *names, const char *path, const char *what);
bool names_have(const struct names *names, const char *name);
const char *names_nearest_within(const struct names *names, const char *name, unsigned int most);
const char *names_nearest(const struct names *names, const char *name);

#endif /* NEAREST_H */
