// SPDX-License-Identifier: GPL-2.0
#include "swap.h"
#include "disk.h"
#include "attributes.h"
#include "memory.h"
#include "scenario.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/mount.h>
#include <sys/stat.h>
#include <sys/swap.h>
#include <sys/sysinfo.h>
#include <sys/sysmacros.h>
#include <sys/uio.h>
#include <unistd.h>

#define CGROUPS "/cgroups"

/* Of each order its own: what reclaim knows of a group begins with the group. */
#define GROUP CGROUPS "/scenario"

static const char *in_group(const char *file)
{
	static char path[128];

	snprintf(path, sizeof(path), GROUP "/%s", file);
	return path;
}

static unsigned long disk_pages; /* 0: there is no disk yet */
static bool swap_is_on, swap_reads_ahead;

static int disk(unsigned long pages, unsigned long completion_ns)
{
	int fd;

	make_disk("swap", "/swap", (pages * PAGE >> 20) + 1, PAGE, completion_ns);
	/*
	 * Where there are few slots it matters which is next, and on a disk without seeks
	 * that depends on more than what is free.
	 */
	put_number(disk_file("/swap", "queue/rotational"), pages < 64);
	/* Readahead depends on what it has read before, and a disk that takes no time needs none. */
	put_number("/proc/sys/vm/page-cluster", completion_ns ? 3 : 0);
	fd = open("/swap", O_RDWR);
	if (fd < 0)
		broken("cannot open the null_blk");
	return fd;
}

/* What mkswap writes: a header behind 1024 bytes, and in the last ten of the page the magic. */
static void make_swap(int fd, unsigned long pages)
{
	char blank[PAGE] = {};
	struct {
		char boot[1024];
		unsigned int version, last_page, bad_pages;
		char rest[PAGE - 1024 - 12 - 10];
		char magic[10];
	} header = { .version = 1, .last_page = pages };

	_Static_assert(sizeof(header) == PAGE, "the header is a page");
	memcpy(header.magic, "SWAPSPACE2", sizeof(header.magic));
	/* The disk is memory, too: each block is there from now on, and swapping out needs no more. */
	for (unsigned long i = 1; i <= pages; i++)
		if (pwrite(fd, blank, PAGE, i * PAGE) != PAGE)
			broken("cannot write to the disk of swap");
	if (pwrite(fd, &header, sizeof(header), 0) != sizeof(header) || fsync(fd))
		broken("cannot write the header of swap");
}

static void undo(void)
{
	/* Slots that nobody gives back: swapoff would look for their owner for ever. */
	if (swap_is_on && swap_used()) {
		cannot_undo();
		return;
	}
	if (swap_is_on && swap_off())
		broken("cannot take swap away");
	/* How far ahead depends on what was read ahead before. */
	if (swap_reads_ahead)
		cannot_undo();
}

void swap_on(unsigned long pages, unsigned long completion_ns)
{
	int fd;

	/* The disk stays for all orders of this boot. */
	if (!disk_pages) {
		fd = disk(pages, completion_ns);
		make_swap(fd, pages);
		close(fd);
	}
	disk_pages = pages;
	if (swapon("/swap", 0))
		broken("cannot swap on the null_blk");
	swap_is_on = true;
	swap_reads_ahead = completion_ns;
	at_end(undo);
}

int swap_off(void)
{
	if (swapoff("/swap"))
		return errno;
	swap_is_on = false;
	return 0;
}

/* A control group that everything here is charged to, so that it can be reclaimed alone. */
static void leave_group(void)
{
	put_number(CGROUPS "/cgroup.procs", 0);
	if (rmdir(GROUP))
		broken("cannot remove a control group");
}

static void enter_group(void)
{
	static bool mounted;

	if (!mounted) {
		if (mkdir(CGROUPS, 0755) || mount("cgroup2", CGROUPS, "cgroup2", 0, NULL))
			broken("cannot mount cgroup2");
		put_text(CGROUPS "/cgroup.subtree_control", "+memory");
		mounted = true;
	}
	if (mkdir(GROUP, 0755))
		broken("cannot make a control group");
	put_number(in_group("cgroup.procs"), 0);
	at_end(leave_group);
}

void memory_setup(void)
{
	enter_group();
	/* What is in swap is what the scenario put there, and nothing of the program itself. */
	if (mlockall(MCL_CURRENT | MCL_FUTURE))
		broken("cannot lock the program into memory");
}

/*
 * A line of /proc/meminfo, in pages. An actor may ask while another holds the lock
 * of their memory map, so nothing here may need memory: no stdio.
 */
static unsigned long meminfo(const char *name)
{
	static int fd = -1;
	char text[4096], *line;
	unsigned long kib;
	long len;

	if (fd < 0)
		fd = open("/proc/meminfo", O_RDONLY);
	len = pread(fd, text, sizeof(text) - 1, 0);
	if (len < 0)
		broken("cannot read /proc/meminfo");
	text[len] = 0;
	line = strstr(text, name);
	if (!line || sscanf(line + strlen(name), ": %lu", &kib) != 1)
		broken("/proc/meminfo has no line '%s'", name);
	return kib / (PAGE >> 10);
}

unsigned long swap_used(void)
{
	struct sysinfo info;

	if (sysinfo(&info))
		broken("cannot ask for the swap that is in use");
	return (info.totalswap - info.freeswap) * info.mem_unit / PAGE;
}

unsigned long swap_cached(void)
{
	return meminfo("SwapCached");
}

unsigned long swap_charged(void)
{
	FILE *file = fopen(in_group("memory.swap.current"), "r");
	unsigned long bytes;

	if (!file || fscanf(file, "%lu", &bytes) != 1)
		broken("cannot read what the control group is charged for");
	fclose(file);
	return bytes / PAGE;
}

/*
 * Writing a limit reclaims what is above it, before the write returns. Whoever needs
 * memory while that is so little has to wait, and opening a file needs some.
 */
static void reclaim_down_to(unsigned long bytes)
{
	char text[32];
	int len = snprintf(text, sizeof(text), "%lu", bytes);
	int fd = open(in_group("memory.high"), O_WRONLY);

	if (fd < 0 || write(fd, text, len) != len || write(fd, "max", 3) != 3)
		broken("cannot write a limit to " GROUP);
	close(fd);
}

/*
 * A limit by so many pages below what is charged. What a CPU has in stock goes first,
 * and may be all that was asked for: a second time there is none.
 */
void reclaim_some(unsigned long pages)
{
	unsigned long bytes;
	char text[32] = {};
	int fd = open(in_group("memory.current"), O_RDONLY);

	if (fd < 0 || read(fd, text, sizeof(text) - 1) <= 0 || sscanf(text, "%lu", &bytes) != 1)
		broken("cannot read what the control group is charged for");
	close(fd);
	reclaim_down_to(bytes > pages * PAGE ? bytes - pages * PAGE : 0);
}

void reclaim_alone(void)
{
	reclaim_down_to(0);
}

bool reclaim_asked(unsigned long pages)
{
	char text[32];
	int len = snprintf(text, sizeof(text), "%lu", pages * PAGE);
	int fd = open(in_group("memory.reclaim"), O_WRONLY);

	if (fd < 0 && errno == ENOENT)
		return false;
	/* EAGAIN: there were fewer to be had. */
	if (fd < 0 || (write(fd, text, len) != len && errno != EAGAIN))
		broken("cannot ask for %lu pages to be reclaimed", pages);
	close(fd);
	return true;
}

/*
 * Among other pages that are in use: v5.10 ages the active pages of a group when
 * there are too few inactive ones, and counts both in batches of 32.
 */
void reclaim(void)
{
	const unsigned long others = 128;
	const long size = others * PAGE;
	char page[PAGE] = {};
	struct iovec all[others];
	int fd;

	if (mkdir("/others", 0755) || mount("tmpfs", "/others", "tmpfs", 0, NULL))
		broken("cannot mount tmpfs");
	fd = open("/others/file", O_RDWR | O_CREAT, 0600);
	for (unsigned long i = 0; i < others; i++)
		all[i] = (struct iovec){ page, PAGE };
	if (writev(fd, all, others) != size)
		broken("cannot write to a file in tmpfs");
	for (int i = 0; i < 2; i++)
		if (preadv(fd, all, others, 0) != size)
			broken("cannot read a file in tmpfs");
	close(fd);
	reclaim_alone();
	if (umount("/others") || rmdir("/others"))
		broken("cannot unmount tmpfs");
}

/* The sum of the lines of /proc/vmstat that begin so. */
static unsigned long vmstat(const char *name)
{
	FILE *file = fopen("/proc/vmstat", "r");
	unsigned long value, sum = 0;
	char line[128];

	if (!file)
		broken("cannot read /proc/vmstat");
	while (fgets(line, sizeof(line), file))
		if (!strncmp(line, name, strlen(name)) && sscanf(line, "%*s %lu", &value) == 1)
			sum += value;
	fclose(file);
	return sum;
}

void memory_pressure(unsigned long pages)
{
	const unsigned long before = vmstat("pgsteal_");
	const unsigned long spare = 1500; /* free pages; with fewer it goes on one by one */
	unsigned long filled = 0;
	char page[PAGE] = {};
	int fd;

	if (mkdir("/fill", 0755) || mount("tmpfs", "/fill", "tmpfs", 0, "size=100%"))
		broken("cannot mount tmpfs");
	fd = open("/fill/file", O_RDWR | O_CREAT, 0600);
	while (vmstat("pgsteal_") < before + pages) {
		unsigned long batch = meminfo("MemFree") > spare ? 64 : 1;

		for (unsigned long i = 0; i < batch; i++, filled++)
			if (write(fd, page, PAGE) != PAGE)
				broken("memory is full after %lu pages, and nothing was reclaimed",
				       filled);
		/* kswapd has its turn only where everybody else sleeps. */
		usleep(1000);
	}
	close(fd);
	if (umount("/fill") || rmdir("/fill"))
		broken("cannot unmount tmpfs");
}
