// SPDX-License-Identifier: GPL-2.0
/*
 * A private page goes away between its copy and the write to it.
 *
 * 19be0eaffa3a ("mm: remove gup_flags FOLL_WRITE games from __get_user_pages()"),
 * known as Dirty COW, CVE-2016-5195. A write through /proc/self/mem to a private
 * mapping copies the page, and looks it up again. Up to v4.8 that second look was one
 * for reading: if the copy had gone meanwhile, it found the page of the file, and
 * the write went there, whoever may write to that file.
 *
 * Limits: one page, of a file in memory.
 */
#include "access.h"
#include "memory.h"
#include "scenario.h"

#include <fcntl.h>
#include <sys/mman.h>
#include <unistd.h>

static int fd, memory;
static char *map;
static long written;

static void undo(void)
{
	munmap(map, PAGE);
	close(memory);
}

static void setup(void)
{
	fd = file_in_memory(1, 'x');
	map = mmap(NULL, PAGE, PROT_READ, MAP_PRIVATE, fd, 0);
	memory = open("/proc/self/mem", O_RDWR);
	if (map == MAP_FAILED || memory < 0)
		broken("cannot map a file, or open /proc/self/mem");
	at_end(undo);
	load(map);
}

static void writer(void)
{
	written = pwrite(memory, "y", 1, (off_t)map);
}

static void discard(void)
{
	if (madvise(map, PAGE, MADV_DONTNEED))
		broken("cannot discard a page");
}

static void check(void)
{
	struct access file = read_page(fd);

	outcome("the mapping has", "%s", *map == 'y' ? "the write" : "the file");
	outcome("the file has", "%s", file.byte == 'x' ? "what it had" : "the write");
	ok(written == 1, "the write succeeds");
	ok(*map == 'y', "the mapping has what was written to it");
	ok(file.byte == 'x', "the file has not");
}

const struct scenario scenario = {
	.setup = setup,
	.actors = { ACTOR(writer), ACTOR(discard) },
	.check = check,
};
