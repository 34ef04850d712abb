// SPDX-License-Identifier: GPL-2.0
#define _GNU_SOURCE
#include "faults.h"
#include "memory.h"
#include "scenario.h"

#include <fcntl.h>
#include <linux/userfaultfd.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/mman.h>
#include <sys/syscall.h>
#include <unistd.h>

#define MAPS_MAX 8

static char *maps[MAPS_MAX];
static unsigned int nr_maps;

/* The page that userfaultfd holds back, and what is to be on it. */
static int faults = -1;
static char *held;
static char content[PAGE] __attribute__((aligned(PAGE)));

static void undo(void)
{
	while (nr_maps)
		munmap(maps[--nr_maps], 2 * PAGE);
	if (faults >= 0)
		close(faults);
	faults = -1;
}

/* Two pages, of which the second is not mapped. */
static char *two_pages(const void *data, size_t length, size_t at, int flags)
{
	char *pages;

	if (at > PAGE || length < at || length - at > PAGE)
		broken("of %zu bytes %zu are to be before where it faults; a page has room before it, and a page behind it",
		       length, at);
	pages = map_unlocked(2 * PAGE, flags | MAP_ANONYMOUS, -1);
	if (nr_maps == MAPS_MAX)
		broken("more than %d buffers", MAPS_MAX);
	maps[nr_maps++] = pages;
	at_end(undo);
	memcpy(pages + PAGE - at, data, length);
	if (madvise(pages + PAGE, PAGE, MADV_DONTNEED))
		broken("cannot take a page away");
	return pages + PAGE - at;
}

char *fault_at(const void *data, size_t length, size_t at)
{
	/* What is shared keeps what was written. */
	return two_pages(data, length, at, MAP_SHARED);
}

char *held_fault_at(const void *data, size_t length, size_t at)
{
	char *buffer = two_pages(data, length, at, MAP_PRIVATE);
	struct uffdio_api api = { .api = UFFD_API };
	struct uffdio_register range = {
		.range = { .start = (unsigned long)buffer + at, .len = PAGE },
		.mode = UFFDIO_REGISTER_MODE_MISSING,
	};

	if (faults >= 0)
		broken("one page is held back already");
	held = buffer + at;
	memset(content, 0, sizeof(content));
	memcpy(content, (const char *)data + at, length - at);
	faults = syscall(SYS_userfaultfd, O_CLOEXEC);
	if (faults < 0)
		broken("there is no userfaultfd; write 'userfaultfd' into 'needs'");
	if (ioctl(faults, UFFDIO_API, &api) || ioctl(faults, UFFDIO_REGISTER, &range))
		broken("userfaultfd does not take a page");
	return buffer;
}

void end_fault(void)
{
	struct uffdio_copy copy = {
		.dst = (unsigned long)held,
		.src = (unsigned long)content,
		.len = PAGE,
	};

	if (ioctl(faults, UFFDIO_COPY, &copy))
		broken("cannot give back the page that is held back");
}
