// SPDX-License-Identifier: GPL-2.0
/*
 * A preloaded library that makes mkfs programs reproducible. The program sees the same clock,
 * random numbers and names in each run. All files appear to belong to root, to have one time and
 * to be readable by all, and a directory lists them in the order of their names. So from the same
 * files it makes the same image to the byte, whoever calls it. Some of these programs have
 * options for that; none has options for all that it takes from the host.
 */
#define _GNU_SOURCE
#include <dirent.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/random.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/sysmacros.h>
#include <sys/time.h>
#include <time.h>
#include <unistd.h>

static time_t now(void)
{
	const char *epoch = getenv("SOURCE_DATE_EPOCH");

	return epoch ? atol(epoch) : 1;
}

time_t time(time_t *to)
{
	if (to)
		*to = now();
	return now();
}

int gettimeofday(struct timeval *restrict to, void *restrict zone)
{
	(void)zone;
	*to = (struct timeval){ now(), 0 };
	return 0;
}

int clock_gettime(clockid_t clock, struct timespec *to)
{
	(void)clock;
	*to = (struct timespec){ now(), 0 };
	return 0;
}

/* Each is another, and in each run of the program the same ones. */
static void fill(void *to, size_t length)
{
	static unsigned long last = 0x7265706c6179UL;
	unsigned char *byte = to;

	while (length--) {
		last = last * 6364136223846793005UL + 1442695040888963407UL;
		*byte++ = last >> 56;
	}
}

ssize_t getrandom(void *to, size_t length, unsigned int flags)
{
	(void)flags;
	fill(to, length);
	return length;
}

int getentropy(void *to, size_t length)
{
	fill(to, length);
	return 0;
}

/* Whose files a new file system has: those of root. */
uid_t getuid(void)
{
	return 0;
}

uid_t geteuid(void)
{
	return 0;
}

gid_t getgid(void)
{
	return 0;
}

gid_t getegid(void)
{
	return 0;
}

/* Some sum them up for a number. */
pid_t getpid(void)
{
	return 2;
}

pid_t getppid(void)
{
	return 1;
}

/* Of libuuid: a random one, of version 4. */
void uuid_generate(unsigned char *uuid);
void uuid_generate(unsigned char *uuid)
{
	fill(uuid, 16);
	uuid[6] = (uuid[6] & 0x0f) | 0x40;
	uuid[8] = (uuid[8] & 0x3f) | 0x80;
}

void uuid_generate_random(unsigned char *uuid) __attribute__((alias("uuid_generate")));
void uuid_generate_time(unsigned char *uuid) __attribute__((alias("uuid_generate")));

static void *larger(void *old, size_t size)
{
	void *new = realloc(old, size);

	if (!new)
		abort();
	return new;
}

struct inode {
	dev_t dev;
	ino_t ino;
};

/* The inodes of the host, by the order in which they are asked for; a hard link is one still. */
static ino_t number_of(dev_t dev, ino_t ino)
{
	static struct inode *seen;
	static size_t nr;
	size_t i;

	for (i = 0; i < nr; i++)
		if (seen[i].dev == dev && seen[i].ino == ino)
			return i + 1;
	seen = larger(seen, (nr + 1) * sizeof(*seen));
	seen[nr].dev = dev;
	seen[nr++].ino = ino;
	return nr;
}

/* As git keeps it of a file: whether it is executable. */
static mode_t mode_of(mode_t mode)
{
	return (mode & S_IFMT) | (S_ISDIR(mode) || (mode & S_IXUSR) ? 0755 : 0644);
}

static int roots(int error, struct stat *stat)
{
	if (error)
		return error;
	stat->st_ino = number_of(stat->st_dev, stat->st_ino);
	if (S_ISDIR(stat->st_mode) || S_ISREG(stat->st_mode))
		stat->st_mode = mode_of(stat->st_mode);
	stat->st_uid = stat->st_gid = 0;
	stat->st_atim = stat->st_mtim = stat->st_ctim = (struct timespec){ now(), 0 };
	return 0;
}

int fstatat(int dir, const char *restrict path, struct stat *restrict to, int flags)
{
	return roots(syscall(SYS_newfstatat, dir, path, to, flags), to);
}

int stat(const char *restrict path, struct stat *restrict to)
{
	return fstatat(AT_FDCWD, path, to, 0);
}

int lstat(const char *restrict path, struct stat *restrict to)
{
	return fstatat(AT_FDCWD, path, to, AT_SYMLINK_NOFOLLOW);
}

int fstat(int fd, struct stat *to)
{
	return roots(syscall(SYS_fstat, fd, to), to);
}

/* As programs that were linked with a libc before 2.33 call them. */
int __xstat(int version, const char *path, struct stat *to);
int __xstat(int version, const char *path, struct stat *to)
{
	(void)version;
	return stat(path, to);
}

int __lxstat(int version, const char *path, struct stat *to);
int __lxstat(int version, const char *path, struct stat *to)
{
	(void)version;
	return lstat(path, to);
}

int __fxstat(int version, int fd, struct stat *to);
int __fxstat(int version, int fd, struct stat *to)
{
	(void)version;
	return fstat(fd, to);
}

int __xstat64(int version, const char *path, struct stat *to) __attribute__((alias("__xstat")));
int __lxstat64(int version, const char *path, struct stat *to) __attribute__((alias("__lxstat")));
int __fxstat64(int version, int fd, struct stat *to) __attribute__((alias("__fxstat")));

/* On x86-64 the structures are the same. */
int stat64(const char *restrict path, struct stat64 *restrict to)
{
	return stat(path, (struct stat *)to);
}

int lstat64(const char *restrict path, struct stat64 *restrict to)
{
	return lstat(path, (struct stat *)to);
}

int fstat64(int fd, struct stat64 *to)
{
	return fstat(fd, (struct stat *)to);
}

int fstatat64(int dir, const char *restrict path, struct stat64 *restrict to, int flags)
{
	return fstatat(dir, path, (struct stat *)to, flags);
}

int statx(int dir, const char *restrict path, int flags, unsigned int mask,
	  struct statx *restrict to)
{
	const struct statx_timestamp at = { .tv_sec = now() };
	int error = syscall(SYS_statx, dir, path, flags, mask, to);

	if (error)
		return error;
	to->stx_ino = number_of(makedev(to->stx_dev_major, to->stx_dev_minor), to->stx_ino);
	if (S_ISDIR(to->stx_mode) || S_ISREG(to->stx_mode))
		to->stx_mode = mode_of(to->stx_mode);
	to->stx_uid = to->stx_gid = 0;
	to->stx_atime = to->stx_mtime = to->stx_ctime = to->stx_btime = at;
	return 0;
}

/* A directory of the host has an order of its own. */

static int by_name(const struct dirent **a, const struct dirent **b)
{
	return strcmp((*a)->d_name, (*b)->d_name);
}

int scandir(const char *restrict path, struct dirent ***restrict list,
	    int (*filter)(const struct dirent *),
	    int (*order)(const struct dirent **, const struct dirent **))
{
	struct dirent **names = NULL, *entry;
	DIR *dir = opendir(path);
	int nr = 0;

	(void)order;
	if (!dir)
		return -1;
	while ((entry = (struct dirent *)readdir(dir))) {
		if (filter && !filter(entry))
			continue;
		names = larger(names, (nr + 1) * sizeof(*names));
		names[nr] = larger(NULL, entry->d_reclen);
		memcpy(names[nr++], entry, entry->d_reclen);
	}
	closedir(dir);
	qsort(names, nr, sizeof(*names), (int (*)(const void *, const void *))by_name);
	*list = names;
	return nr;
}

int scandir64(const char *restrict path, struct dirent64 ***restrict list,
	      int (*filter)(const struct dirent64 *),
	      int (*order)(const struct dirent64 **, const struct dirent64 **))
{
	return scandir(path, (struct dirent ***)list, (int (*)(const struct dirent *))filter,
		       (int (*)(const struct dirent **, const struct dirent **))order);
}
