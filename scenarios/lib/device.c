// SPDX-License-Identifier: GPL-2.0
#include "device.h"
#include "attributes.h"
#include "scenario.h"

#include <errno.h>
#include <fcntl.h>
#include <net/if.h>
#include <pthread.h>
#include <stdio.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/sysmacros.h>
#include <unistd.h>

#define PATIENCE 300 /* tenths of a second; they take no time of the host where all sleep */
#define A_TENTH 100000
#define STACK (128 << 10)

static bool try_read(const char *path, char *text, size_t size)
{
	int fd = open(path, O_RDONLY);
	long got;

	if (fd < 0)
		return false;
	got = read(fd, text, size - 1);
	close(fd);
	if (got < 0)
		return false;
	text[got] = '\0';
	text[strcspn(text, "\n")] = '\0';
	return true;
}

void read_file(const char *path, char *text, size_t size)
{
	if (!try_read(path, text, size))
		broken("cannot read %s", path);
}

void wait_for_line(const char *path, const char *begin)
{
	char text[128] = "";
	int i;

	for (i = 0; i < PATIENCE; i++) {
		if (try_read(path, text, sizeof(text)) && !strncmp(text, begin, strlen(begin)))
			return;
		usleep(A_TENTH);
	}
	errno = ETIMEDOUT;
	broken("%s is to be '%s', and is '%s'", path, begin, text);
}

static void wait_for_path(const char *path)
{
	int i;

	for (i = 0; i < PATIENCE; i++) {
		if (!access(path, F_OK))
			return;
		usleep(A_TENTH);
	}
	broken("%s does not come", path);
}

void make_node(const char *node, const char *name)
{
	unsigned int major, minor;
	char path[128], text[32];
	bool block;

	snprintf(path, sizeof(path), "%s%s/dev", *name == '/' ? "" : "/sys/class/", name);
	wait_for_path(path);
	read_file(path, text, sizeof(text));
	if (sscanf(text, "%u:%u", &major, &minor) != 2)
		broken("%s has no numbers of a device, but '%s'", path, text);
	block = !strncmp(name, "block/", 6) || !strncmp(name, "/sys/block/", 11);
	if (mknod(node, (block ? S_IFBLK : S_IFCHR) | 0600, makedev(major, minor)) &&
	    errno != EEXIST)
		broken("cannot make the node %s", node);
}

int open_device(const char *name, int flags)
{
	const char *last = strrchr(name, '/');
	char node[64];
	int fd;

	snprintf(node, sizeof(node), "/dev/%s", last ? last + 1 : name);
	make_node(node, name);
	fd = open(node, flags);
	if (fd < 0)
		broken("cannot open %s", node);
	return fd;
}

void loopback_up(void)
{
	struct ifreq request = { .ifr_name = "lo", .ifr_flags = IFF_UP | IFF_RUNNING };
	int fd = socket(AF_INET, SOCK_DGRAM, 0);

	if (fd < 0 || ioctl(fd, SIOCSIFFLAGS, &request))
		broken("the network device lo does not come up");
	close(fd);
}

void play(void *(*part)(void *), void *of)
{
	pthread_attr_t attributes;
	pthread_t thread;

	pthread_attr_init(&attributes);
	pthread_attr_setstacksize(&attributes, STACK);
	errno = pthread_create(&thread, &attributes, part, of);
	if (errno)
		broken("cannot make a thread that plays a device or a server");
	pthread_detach(thread);
	pthread_attr_destroy(&attributes);
}
