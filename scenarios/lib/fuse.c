// SPDX-License-Identifier: GPL-2.0
#include "attributes.h"
#include "device.h"
#include "fuse.h"
#include "memory.h"
#include "scenario.h"

#include <errno.h>
#include <fcntl.h>
#include <linux/fuse.h>
#include <pthread.h>
#include <stdio.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/mount.h>
#include <sys/stat.h>
#include <unistd.h>

#define ROOT 1 /* FUSE_ROOT_ID */
#define FILE_ID 2
#define ROOM 65536
#define REQUEST_MAX (FUSE_MIN_READ_BUFFER + ROOM)

void (*fuse_before)(unsigned int opcode);

static const char *mounted;
static int connection;
static char content[ROOM];
static unsigned long length;

/* What is not answered. */
static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static pthread_cond_t released = PTHREAD_COND_INITIALIZER;
static unsigned int held;

void fuse_hold(unsigned int opcode)
{
	pthread_mutex_lock(&lock);
	held = opcode;
	pthread_cond_broadcast(&released);
	pthread_mutex_unlock(&lock);
}

void fuse_release(void)
{
	fuse_hold(0);
}

static void wait_for_release(unsigned int opcode)
{
	pthread_mutex_lock(&lock);
	while (held == opcode)
		pthread_cond_wait(&released, &lock);
	pthread_mutex_unlock(&lock);
}

static void reply(unsigned long unique, int error, const void *data, unsigned long size)
{
	static struct {
		struct fuse_out_header header;
		char data[ROOM];
	} out;

	out.header.unique = unique;
	out.header.error = error;
	out.header.len = sizeof(out.header) + size;
	if (size)
		memcpy(out.data, data, size);
	/* Who asked may be gone. */
	if (write(connection, &out, out.header.len) < 0 && errno != ENOENT)
		broken("cannot answer a request of fuse");
}

static struct fuse_attr attributes_of(unsigned long node)
{
	return (struct fuse_attr){
		.ino = node,
		.size = node == FILE_ID ? length : 0,
		.mode = node == FILE_ID ? S_IFREG | 0666 : S_IFDIR | 0777,
		.nlink = 1,
		.blksize = 4096,
	};
}

static void answer(const struct fuse_in_header *in, const void *data)
{
	union {
		struct fuse_init_out init;
		struct fuse_entry_out entry;
		struct fuse_attr_out attr;
		struct fuse_open_out open;
		struct fuse_write_out write;
		struct fuse_statfs_out statfs;
	} out;
	const struct fuse_read_in *read = data;
	const struct fuse_write_in *write = data;
	const struct fuse_setattr_in *set = data;

	memset(&out, 0, sizeof(out));
	switch (in->opcode) {
	case FUSE_INIT:
		out.init.major = FUSE_KERNEL_VERSION;
		out.init.minor = FUSE_KERNEL_MINOR_VERSION;
		out.init.max_write = 4096;
		out.init.max_background = 16;
		reply(in->unique, 0, &out, sizeof(out.init));
		return;
	case FUSE_LOOKUP:
		if (strcmp(data, "file")) {
			reply(in->unique, -ENOENT, NULL, 0);
			return;
		}
		out.entry.nodeid = FILE_ID;
		out.entry.attr = attributes_of(FILE_ID);
		reply(in->unique, 0, &out, sizeof(out.entry));
		return;
	case FUSE_SETATTR:
		if (set->valid & FATTR_SIZE)
			length = set->size < ROOM ? set->size : ROOM;
		/* fall through */
	case FUSE_GETATTR:
		out.attr.attr = attributes_of(in->nodeid);
		reply(in->unique, 0, &out, sizeof(out.attr));
		return;
	case FUSE_OPEN:
	case FUSE_OPENDIR:
		reply(in->unique, 0, &out, sizeof(out.open));
		return;
	case FUSE_READ:
		if (read->offset >= length)
			reply(in->unique, 0, NULL, 0);
		else
			reply(in->unique, 0, content + read->offset,
			      read->size < length - read->offset ? read->size :
								   length - read->offset);
		return;
	case FUSE_WRITE:
		if (write->offset > ROOM || write->size > ROOM - write->offset) {
			reply(in->unique, -ENOSPC, NULL, 0);
			return;
		}
		memcpy(content + write->offset, write + 1, write->size);
		if (length < write->offset + write->size)
			length = write->offset + write->size;
		out.write.size = write->size;
		reply(in->unique, 0, &out, sizeof(out.write));
		return;
	case FUSE_READDIR:
	case FUSE_FLUSH:
	case FUSE_FSYNC:
	case FUSE_ACCESS:
	case FUSE_RELEASE:
	case FUSE_RELEASEDIR:
		reply(in->unique, 0, NULL, 0);
		return;
	case FUSE_STATFS:
		out.statfs.st.bsize = 4096;
		reply(in->unique, 0, &out, sizeof(out.statfs));
		return;
	case FUSE_FORGET:
	case FUSE_BATCH_FORGET:
	case FUSE_INTERRUPT:
		return;
	}
	reply(in->unique, -ENOSYS, NULL, 0);
}

static void *server(void *unused)
{
	static char request[REQUEST_MAX] __attribute__((aligned(8)));

	for (;;) {
		long got = read(connection, request, sizeof(request));
		const struct fuse_in_header *in = (void *)request;

		if (got < 0 && (errno == EINTR || errno == ENOENT || errno == EAGAIN))
			continue;
		if (got < (long)sizeof(*in))
			return unused; /* it is unmounted */
		if (fuse_before)
			fuse_before(in->opcode);
		wait_for_release(in->opcode);
		answer(in, in + 1);
	}
}

void fuse_play(const char *path)
{
	char options[96];

	connection = open_device("misc/fuse", O_RDWR);
	make_dir(path);
	snprintf(options, sizeof(options), "fd=%d,rootmode=%o,user_id=0,group_id=0", connection,
		 S_IFDIR);
	if (mount("fuse", path, "fuse", 0, options))
		broken("cannot mount fuse at %s", path);
	mounted = path;
	play(server, NULL);
}

char *fuse_fault_at(const void *data, size_t size, size_t at)
{
	char path[128], *pages;
	int fd;

	if (at > PAGE || size < at || size - at > PAGE)
		broken("of %zu bytes %zu are to be before where it faults; a page has room before it, and a page behind it",
		       size, at);
	pages = map_unlocked(2 * PAGE, MAP_PRIVATE | MAP_ANONYMOUS, -1);
	memcpy(pages + PAGE - at, data, at);
	memset(content, 0, PAGE);
	memcpy(content, (const char *)data + at, size - at);
	length = PAGE;
	snprintf(path, sizeof(path), "%s/file", mounted);
	fd = open(path, O_RDONLY);
	if (fd < 0 ||
	    mmap(pages + PAGE, PAGE, PROT_READ, MAP_PRIVATE | MAP_FIXED, fd, 0) == MAP_FAILED)
		broken("cannot map a page of %s", path);
	close(fd);
	return pages + PAGE - at;
}
