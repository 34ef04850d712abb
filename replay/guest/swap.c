// SPDX-License-Identifier: GPL-2.0
#include "swap.h"
#include "scenario.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/mount.h>
#include <sys/stat.h>
#include <sys/swap.h>
#include <sys/sysmacros.h>
#include <unistd.h>

#define DISK "/sys/kernel/config/nullb/swap"
#define CGROUPS "/cgroups"
#define GROUP CGROUPS "/scenario"

static void put_text(const char *path, const char *text)
{
	int len = strlen(text);
	int fd = open(path, O_WRONLY);

	if (fd < 0 || write(fd, text, len) != len)
		broken("cannot write '%s' to %s", text, path);
	close(fd);
}

static void put(const char *path, unsigned long value)
{
	char text[32];

	snprintf(text, sizeof(text), "%lu", value);
	put_text(path, text);
}

/* A null_blk that keeps what is written to it; returns its descriptor. */
static int disk(unsigned long pages, unsigned long completion_ns)
{
	unsigned int major, minor;
	FILE *dev;
	int fd;

	if (mount("configfs", "/sys/kernel/config", "configfs", 0, NULL))
		broken("cannot mount configfs");
	if (mkdir(DISK, 0755))
		broken("cannot make a null_blk");
	put(DISK "/memory_backed", 1);
	put(DISK "/blocksize", PAGE);
	put(DISK "/size", (pages * PAGE >> 20) + 1);
	put(DISK "/irqmode", completion_ns ? 2 : 0);
	put(DISK "/completion_nsec", completion_ns);
	put(DISK "/power", 1);

	/* Which of the two is its name depends on the kernel. */
	dev = fopen("/sys/block/nullb0/dev", "r");
	if (!dev)
		dev = fopen("/sys/block/swap/dev", "r");
	if (!dev || fscanf(dev, "%u:%u", &major, &minor) != 2)
		broken("the null_blk has no device number");
	fclose(dev);
	if (mknod("/swap", S_IFBLK | 0600, makedev(major, minor)))
		broken("cannot make a node for the null_blk");
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
	} header = { .version = 1, .last_page = pages, .magic = "SWAPSPACE2" };

	_Static_assert(sizeof(header) == PAGE, "the header is a page");
	/* The disk is memory, too: each block is there from now on, and swapping out needs no more. */
	for (unsigned long i = 1; i <= pages; i++)
		if (pwrite(fd, blank, PAGE, i * PAGE) != PAGE)
			broken("cannot write to the disk of swap");
	if (pwrite(fd, &header, sizeof(header), 0) != sizeof(header) || fsync(fd))
		broken("cannot write the header of swap");
}

void swap_on(unsigned long pages, unsigned long completion_ns)
{
	int fd = disk(pages, completion_ns);

	make_swap(fd, pages);
	close(fd);
	if (swapon("/swap", 0))
		broken("cannot swap on the null_blk");
}

int swap_off(void)
{
	return swapoff("/swap") ? errno : 0;
}

/* A control group that everything here is charged to, so that it can be reclaimed alone. */
static void enter_group(void)
{
	if (mkdir(CGROUPS, 0755) || mount("cgroup2", CGROUPS, "cgroup2", 0, NULL))
		broken("cannot mount cgroup2");
	put_text(CGROUPS "/cgroup.subtree_control", "+memory");
	if (mkdir(GROUP, 0755))
		broken("cannot make a control group");
	put(GROUP "/cgroup.procs", 0);
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
	int fd = open("/proc/meminfo", O_RDONLY);
	char text[4096], *line;
	unsigned long kib;
	long len;

	len = fd < 0 ? -1 : read(fd, text, sizeof(text) - 1);
	if (len < 0)
		broken("cannot read /proc/meminfo");
	close(fd);
	text[len] = 0;
	line = strstr(text, name);
	if (!line || sscanf(line + strlen(name), ": %lu", &kib) != 1)
		broken("/proc/meminfo has no line '%s'", name);
	return kib / (PAGE >> 10);
}

unsigned long swap_used(void)
{
	return meminfo("SwapTotal") - meminfo("SwapFree");
}

unsigned long swap_cached(void)
{
	return meminfo("SwapCached");
}

unsigned long swap_charged(void)
{
	FILE *file = fopen(GROUP "/memory.swap.current", "r");
	unsigned long bytes;

	if (!file || fscanf(file, "%lu", &bytes) != 1)
		broken("cannot read what the control group is charged for");
	fclose(file);
	return bytes / PAGE;
}

/* Writing a limit reclaims what is above it, before the write returns. */
void reclaim_alone(void)
{
	put(GROUP "/memory.high", 0);
	put_text(GROUP "/memory.high", "max");
}

bool reclaim_asked(unsigned long pages)
{
	char text[32];
	int len = snprintf(text, sizeof(text), "%lu", pages * PAGE);
	int fd = open(GROUP "/memory.reclaim", O_WRONLY);

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
	char page[PAGE] = {};
	int fd;

	if (mkdir("/others", 0755) || mount("tmpfs", "/others", "tmpfs", 0, NULL))
		broken("cannot mount tmpfs");
	fd = open("/others/file", O_RDWR | O_CREAT, 0600);
	for (unsigned long i = 0; i < others; i++)
		if (write(fd, page, PAGE) != PAGE)
			broken("cannot write to a file in tmpfs");
	for (unsigned long i = 0; i < 2 * others; i++)
		if (pread(fd, page, PAGE, i % others * PAGE) != PAGE)
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
