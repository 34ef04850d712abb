// SPDX-License-Identifier: GPL-2.0
/*
 * Record with which versions and commits a run was made. This reads them from files and starts no
 * other program, so that a run takes no longer.
 */
#include <glob.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/utsname.h>
#include <time.h>

#include "file.h"
#include "meta.h"
#include "stamp.h"
#include "text.h"
#include "util.h"

/* What the tool is made of, but for its tests and documents. */
static const char *const parts[] = {
	"/*", "/abi/*", "/kernel/*", "/guest/*", "/gdb/*", "/host/*/*"
};

static unsigned long sum_of(const char *path)
{
	size_t length, i;
	char *bytes = file_read(path, &length);
	unsigned long sum = length, word;

	if (!bytes)
		return 0;
	for (i = 0; i < length; i += sizeof(word)) {
		word = 0;
		memcpy(&word, bytes + i, min(sizeof(word), length - i));
		sum = mixed(sum, word);
	}
	free(bytes);
	return sum;
}

/* A sum of the files of the tool, and of their names. */
static unsigned long tool_sum(const char *tool)
{
	unsigned long sum = 0;
	char pattern[4096];
	glob_t found;

	for (unsigned int i = 0; i < ARRAY_SIZE(parts); i++) {
		snprintf(pattern, sizeof(pattern), "%s%s", tool, parts[i]);
		if (glob(pattern, GLOB_MARK, NULL, &found))
			continue;
		for (size_t file = 0; file < found.gl_pathc; file++) {
			const char *path = found.gl_pathv[file];

			if (path[strlen(path) - 1] == '/')
				continue;
			sum = mixed(sum, hash(path + strlen(tool)));
			sum = mixed(sum, sum_of(path));
		}
		globfree(&found);
	}
	return sum;
}

static char *first_line(const char *path)
{
	char *text = file_read(path, NULL);

	if (text)
		text[strcspn(text, "\n")] = '\0';
	return text;
}

/* Of a branch whose file is not there: it is packed. */
static char *packed_commit(const char *git, const char *branch)
{
	char *line, *rest = file_read(path_in(git, "packed-refs"), NULL);

	while ((line = next_line(&rest))) {
		const char *commit = strsep(&line, " ");

		if (line && !strcmp(line, branch))
			return copy_of(commit);
	}
	return copy_of("");
}

/* Of a worktree, the branches are in another directory. */
static char *common_of(char *git)
{
	char *common = first_line(path_in(git, "commondir"));

	if (!common)
		return git;
	return common[0] == '/' ? common : path_in(git, common);
}

/* The commit that is checked out where the tool is; "" where that is not known. */
static char *tool_commit(const char *tool)
{
	char *git = path_in(tool, "../.git"), *file = first_line(git), *head, *commit;
	const char *branch;

	if (file && after(file, "gitdir: "))
		git = copy_of(after(file, "gitdir: "));
	head = first_line(path_in(git, "HEAD"));
	if (!head)
		return copy_of("");
	branch = after(head, "ref: ");
	if (!branch)
		return head;
	git = common_of(git);
	commit = first_line(path_in(git, branch));
	return commit ? commit : packed_commit(git, branch);
}

/* What follows a text on the line that begins with it, up to a character; "" where none does. */
static char *line_after(const char *path, const char *prefix, const char *end)
{
	char *line, *rest = file_read(path, NULL);

	while ((line = next_line(&rest))) {
		const char *found = after(line, prefix);

		if (found) {
			line[strlen(prefix) + strcspn(found, end)] = '\0';
			return copy_of(found);
		}
	}
	return copy_of("");
}

/* The compiler of the kernel: its configuration has it. */
static char *compiler_of(const char *image)
{
	struct text path = {};
	const char *slash = strrchr(image, '/');

	if (slash)
		append_bytes(&path, image, slash + 1 - image);
	append_string(&path, ".config");
	return line_after(path.bytes, "CONFIG_CC_VERSION_TEXT=\"", "\"");
}

/**
 * stamp_taken() - how long the run has taken: its meta was written when it began, and not since
 * @meta: the name of the file
 *
 * Return: in seconds.
 */
double stamp_taken(const char *meta)
{
	struct timespec now;
	struct stat begun;

	if (stat(meta, &begun))
		return 0;
	clock_gettime(CLOCK_REALTIME, &now);
	return now.tv_sec - begun.st_mtim.tv_sec + (now.tv_nsec - begun.st_mtim.tv_nsec) * 1e-9;
}

/**
 * stamp() - complete the meta of a run
 * @meta: the name of the file; what it says of the kernel's image is read
 * @tool: the directory of the tool
 * @result: the verdict
 * @took: the seconds that it took, from stamp_taken(); negative where nobody has measured them
 */
void stamp(const char *meta, const char *tool, const char *result, double took)
{
	char date[32];
	time_t now = time(NULL);
	struct utsname host;
	struct meta said;
	FILE *file;

	meta_read(&said, ".");
	strftime(date, sizeof(date), "%Y-%m-%dT%H:%M:%SZ", gmtime(&now));
	uname(&host);
	file = opened(meta, "a");
	fprintf(file, "tool=%016lx\ncommit=%s\n", tool_sum(tool), tool_commit(tool));
	fprintf(file, "node=%s\n", host.nodename);
	fprintf(file, "host=%s %s %s\n", host.sysname, host.release, host.machine);
	fprintf(file, "gcc=%s\n", compiler_of(meta_value(&said, "image")));
	fprintf(file, "gdb=%s\n", line_after("director", "GNU gdb ", "\n"));
	if (took >= 0)
		fprintf(file, "took=%.2f\n", took);
	fprintf(file, "date=%s\nresult=%s\n", date, result);
	closed(file, meta);
}
