// SPDX-License-Identifier: GPL-2.0
#include "attributes.h"
#include "device.h"
#include "p9.h"
#include "scenario.h"

#include <errno.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <sys/mount.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <unistd.h>

#define MESSAGE_MAX 8192
#define HEADER 7 /* size[4] type[1] tag[2] */
#define FIDS 256
#define ROOM 4096
#define ROOT 1
#define FILE_ID 2

/* As in include/net/9p/9p.h, which is no header for programs; the answer's is one more. */
enum {
	RLERROR = 7,
	TSTATFS = 8,
	TLOPEN = 12,
	TGETATTR = 24,
	TSETATTR = 26,
	TXATTRWALK = 30,
	TREADDIR = 40,
	TFSYNC = 50,
	TVERSION = 100,
	TATTACH = 104,
	TFLUSH = 108,
	TWALK = 110,
	TREAD = 116,
	TWRITE = 118,
	TCLUNK = 120,
};

void (*p9_before)(unsigned int type);

static int ends[2];
static char content[ROOM];
static uint32_t length;
static unsigned char of_fid[FIDS];

struct message {
	unsigned char bytes[MESSAGE_MAX];
	unsigned int at;
};

static uint64_t take(struct message *message, unsigned int size)
{
	uint64_t value = 0;

	memcpy(&value, message->bytes + message->at, size);
	message->at += size;
	return value;
}

static void give(struct message *message, uint64_t value, unsigned int size)
{
	memcpy(message->bytes + message->at, &value, size);
	message->at += size;
}

static void give_qid(struct message *message, unsigned int id)
{
	give(message, id == ROOT ? 0x80 : 0, 1);
	give(message, 0, 4);
	give(message, id, 8);
}

static void give_attributes(struct message *message, unsigned int id)
{
	unsigned int i;

	give(message, 0x7ff, 8); /* all that is below */
	give_qid(message, id);
	give(message, id == ROOT ? S_IFDIR | 0777 : S_IFREG | 0666, 4);
	give(message, 0, 4); /* user */
	give(message, 0, 4); /* group */
	give(message, 1, 8); /* links */
	give(message, 0, 8); /* device */
	give(message, id == ROOT ? 0 : length, 8);
	give(message, ROOM, 8);
	give(message, 1, 8); /* blocks */
	for (i = 0; i < 10; i++)
		give(message, 0, 8); /* times, and versions */
}

/* A fid that is one of the 256 that there are. */
static unsigned int take_fid(struct message *in)
{
	unsigned int fid = take(in, 4);

	if (fid >= FIDS)
		broken("9p: more than %d files are open", FIDS);
	return fid;
}

static int walk(struct message *in, struct message *out)
{
	unsigned int from = take_fid(in), to = take_fid(in), names = take(in, 2), size;

	if (!names) {
		of_fid[to] = of_fid[from];
		give(out, 0, 2);
		return 0;
	}
	size = take(in, 2);
	if (names > 1 || of_fid[from] != ROOT || size != 4 || memcmp(in->bytes + in->at, "file", 4))
		return ENOENT;
	of_fid[to] = FILE_ID;
	give(out, 1, 2);
	give_qid(out, FILE_ID);
	return 0;
}

static void read_or_write(struct message *in, struct message *out, bool writes)
{
	uint64_t offset;
	uint32_t count;

	take_fid(in);
	offset = take(in, 8);
	count = take(in, 4);
	if (writes) {
		count = offset + count > ROOM ? 0 : count;
		memcpy(content + offset, in->bytes + in->at, count);
		if (count && length < offset + count)
			length = offset + count;
		give(out, count, 4);
		return;
	}
	count = offset >= length ? 0 : count < length - offset ? count : length - offset;
	give(out, count, 4);
	memcpy(out->bytes + out->at, content + offset, count);
	out->at += count;
}

/* The answer, behind its header; or what is wrong. */
static int answer(unsigned int type, struct message *in, struct message *out)
{
	unsigned int fid, size;

	switch (type) {
	case TVERSION:
		give(out, MESSAGE_MAX, 4);
		size = 8;
		give(out, size, 2);
		memcpy(out->bytes + out->at, "9P2000.L", size);
		out->at += size;
		return 0;
	case TATTACH:
		of_fid[take_fid(in)] = ROOT;
		give_qid(out, ROOT);
		return 0;
	case TWALK:
		return walk(in, out);
	case TLOPEN:
		give_qid(out, of_fid[take_fid(in)]);
		give(out, 0, 4);
		return 0;
	case TGETATTR:
		fid = take_fid(in);
		give_attributes(out, of_fid[fid]);
		return 0;
	case TSETATTR:
		take_fid(in);
		if (take(in, 4) & 8) { /* the size */
			in->at += 12; /* mode, user, group */
			length = take(in, 8);
		}
		return 0;
	case TREAD:
	case TWRITE:
		read_or_write(in, out, type == TWRITE);
		return 0;
	case TREADDIR:
		give(out, 0, 4);
		return 0;
	case TSTATFS:
		size = 60;
		memset(out->bytes + out->at, 0, size);
		out->at += size;
		return 0;
	case TFSYNC:
	case TFLUSH:
	case TCLUNK:
		return 0;
	}
	return EOPNOTSUPP;
}

static bool read_all(unsigned char *to, unsigned int size)
{
	while (size) {
		long got = read(ends[1], to, size);

		if (got < 0 && errno == EINTR)
			continue;
		if (got <= 0)
			return false; /* it is unmounted */
		to += got;
		size -= got;
	}
	return true;
}

static void *server(void *unused)
{
	static struct message in, out;

	while (read_all(in.bytes, HEADER)) {
		unsigned int size, type, tag;
		int error;

		in.at = 0;
		size = take(&in, 4);
		type = take(&in, 1);
		tag = take(&in, 2);
		if (size > MESSAGE_MAX || !read_all(in.bytes + HEADER, size - HEADER))
			break;
		if (p9_before)
			p9_before(type);
		out.at = HEADER;
		error = answer(type, &in, &out);
		if (error) {
			out.at = HEADER;
			give(&out, error, 4);
		}
		size = out.at;
		out.at = 0;
		give(&out, size, 4);
		give(&out, error ? RLERROR : type + 1, 1);
		give(&out, tag, 2);
		if (write(ends[1], out.bytes, size) != (long)size)
			break;
	}
	return unused;
}

void p9_play(const char *path, const char *options)
{
	char all[128];

	if (socketpair(AF_UNIX, SOCK_STREAM, 0, ends))
		broken("cannot make a pair of sockets");
	make_dir(path);
	play(server, NULL);
	snprintf(all, sizeof(all), "trans=fd,rfdno=%d,wfdno=%d,version=9p2000.L,msize=%d%s%s",
		 ends[0], ends[0], MESSAGE_MAX, options ? "," : "", options ? options : "");
	if (mount("played", path, "9p", 0, all))
		broken("cannot mount 9p at %s", path);
}
