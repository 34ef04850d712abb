// SPDX-License-Identifier: GPL-2.0
/* What of devices and peers a wide kernel has, set up by scenarios/lib; each works. */
#define _GNU_SOURCE
#include "device.h"
#include "devices.h"
#include "scenario.h"

#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define LENGTH 4096
#define RESULTS_MAX 16

static struct {
	const char *what;
	bool so;
} results[RESULTS_MAX];
static unsigned int nr_results;

void works(const char *what, bool so)
{
	if (nr_results == RESULTS_MAX)
		broken("more than %d results", RESULTS_MAX);
	results[nr_results].what = what;
	results[nr_results++].so = so;
}

bool keeps(const char *path)
{
	char *page = aligned_alloc(LENGTH, LENGTH);
	int fd = open(path, O_RDWR | O_CREAT, 0600);
	bool so;

	if (!page || fd < 0)
		broken("cannot open %s", path);
	memset(page, 'k', LENGTH);
	so = pwrite(fd, page, LENGTH, 0) == LENGTH && !fsync(fd) &&
	     !posix_fadvise(fd, 0, LENGTH, POSIX_FADV_DONTNEED);
	memset(page, 0, LENGTH);
	so &= pread(fd, page, LENGTH, 0) == LENGTH && page[0] == 'k' && page[LENGTH - 1] == 'k';
	close(fd);
	free(page);
	return so;
}

static void user(void)
{
	static const struct {
		const char *name;
		void (*test)(void);
	} cases[] = {
		{ "usb", test_usb },   { "sound", test_sound }, { "block", test_block },
		{ "nvme", test_nvme }, { "net", test_net },	{ "peers", test_peers },
		{ "smb", test_smb },
	};
	unsigned int i;

	for (i = 0; i < sizeof(cases) / sizeof(*cases); i++)
		if (is_case(cases[i].name))
			cases[i].test();
}

static void check(void)
{
	unsigned int i;

	for (i = 0; i < nr_results; i++)
		ok(results[i].so, "%s", results[i].what);
}

const struct scenario scenario = {
	.actors = { ACTOR(user) },
	.check = check,
};
