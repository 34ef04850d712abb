// SPDX-License-Identifier: GPL-2.0
#define _GNU_SOURCE
#include "modules.h"
#include "scenario.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/syscall.h>
#include <sys/utsname.h>
#include <unistd.h>

#define MODULES_MAX 32 /* on which a module depends */

static const char *in_modules(const char *file)
{
	static char path[256];
	struct utsname kernel;

	uname(&kernel);
	if (snprintf(path, sizeof(path), "/lib/modules/%s/%s", kernel.release, file) >=
	    (int)sizeof(path))
		broken("the path of the module '%.64s...' is too long", file);
	return path;
}

/* Module names have an underscore where file names may have a hyphen. */
static bool is_file_of(const char *file, const char *name)
{
	const char *its = strrchr(file, '/');

	for (its = its ? its + 1 : file; *name; its++, name++)
		if (*its != *name && !(strchr("-_", *its) && strchr("-_", *name)))
			return false;
	return !strncmp(its, ".ko", 3);
}

static void load_file(const char *file, const char *parameters)
{
	int fd = open(in_modules(file), O_RDONLY | O_CLOEXEC);

	if (fd < 0 || (syscall(SYS_finit_module, fd, parameters, 0) && errno != EEXIST))
		broken("cannot load the module %s", file);
	close(fd);
}

/*
 * Each line of modules.dep is FILE: FILE..., with the files on which the first depends, nearest
 * first.
 */
void load_module(const char *name, const char *parameters)
{
	FILE *list = fopen(in_modules("modules.dep"), "r");
	char line[2048], *files[MODULES_MAX], *rest, *file;
	int nr = 0;

	if (!list)
		broken("the guest has no modules; in the scenario's 'config' those are =m that are to be some");
	while (nr == 0 && fgets(line, sizeof(line), list)) {
		line[strcspn(line, "\n")] = '\0';
		rest = line;
		file = strsep(&rest, ":");
		if (!is_file_of(file, name))
			continue;
		files[nr++] = file;
		while ((file = strsep(&rest, " "))) {
			if (!*file)
				continue;
			if (nr == MODULES_MAX)
				broken("the module '%s' depends on more than %d", name,
				       MODULES_MAX - 1);
			files[nr++] = file;
		}
	}
	fclose(list);
	errno = 0;
	if (!nr)
		broken("the guest has no module '%s'; /lib/modules has those that are =m in the scenario's 'config'",
		       name);
	while (--nr)
		load_file(files[nr], "");
	load_file(files[0], parameters);
}

int unload_module(const char *name)
{
	return syscall(SYS_delete_module, name, O_NONBLOCK) ? errno : 0;
}
