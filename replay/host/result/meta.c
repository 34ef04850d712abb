// SPDX-License-Identifier: GPL-2.0
#include <stddef.h>
#include <stdlib.h>
#include <string.h>

#include "file.h"
#include "meta.h"
#include "util.h"

/**
 * meta_read() - read the file meta of a run
 * @meta: where it goes; there are no lines where the run has none
 * @directory: of the run
 */
void meta_read(struct meta *meta, const char *directory)
{
	char *path = path_in(directory, "meta"), *line, *rest;

	*meta = (struct meta){ .bytes = file_read(path, NULL) };
	free(path);
	rest = meta->bytes;
	while ((line = next_line(&rest))) {
		const char *key = strsep(&line, "=");

		if (!line)
			continue;
		meta->lines = more(meta->lines, (meta->nr + 1) * sizeof(*meta->lines));
		meta->lines[meta->nr++] = (struct meta_line){ key, line };
	}
}

/**
 * meta_value() - the value of a key of meta
 * @meta: of the run
 * @key: of the line
 *
 * Return: the value; "" where no line has this key.
 */
const char *meta_value(const struct meta *meta, const char *key)
{
	for (unsigned int i = 0; i < meta->nr; i++)
		if (!strcmp(meta->lines[i].key, key))
			return meta->lines[i].value;
	return "";
}
