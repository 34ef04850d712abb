// SPDX-License-Identifier: GPL-2.0
/*
 * Who mounts 9p is killed, and takes its request off the list while the connection ends.
 *
 * 674b56aa57f9 ("net/9p: fix double req put in p9_fd_cancelled"), CVE-2025-40027.
 *
 *     mounter                            p9_read_work() (work)
 *     -------                            ---------------------
 *     p9_client_create()
 *       p9_client_rpc(): killed
 *         p9_client_flush()
 *           status is SENT
 *                                        p9_conn_cancel()
 *                                          list_del(&req->req_list)
 *                                          p9_client_cb(REQ_STATUS_ERROR):
 *                                          puts the request
 *           p9_fd_cancelled()
 *             list_del(&req->req_list)
 *             puts it again
 *
 * p9_fd_cancelled() went on unless the request was answered; the fix has it go on only where it
 * waits for its answer yet. As in the report list_del() dies of what the other one left in the list,
 * LIST_POISON1: a "general protection fault, probably for non-canonical address" there. On user-mode
 * Linux that is 0x100, and the fault one at 0x108.
 *
 * The schedule "answered" is 74d6a5d56629 ("9p/trans_fd: Fix concurrency del of req_list between
 * p9_fd_cancelled/p9_read_work"): p9_fd_cancelled() did not look at all, and the work has received
 * the answer, and with it has taken the request off.
 */
#include "scenario.h"

#include <errno.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/mount.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/types.h>
#include <sys/wait.h>
#include <unistd.h>

#define TFLUSH 108
#define TVERSION 100

struct request {
	unsigned int size;
	unsigned char type;
	unsigned short tag;
} __attribute__((packed));

static int ends[2];
static pid_t *victim;

static void undo(void)
{
	close(ends[0]);
	close(ends[1]);
}

static void setup(void)
{
	if (mkdir("/mnt", 0755) && errno != EEXIST)
		broken("cannot make a directory");
	if (socketpair(AF_UNIX, SOCK_STREAM, 0, ends))
		broken("cannot make a pair of sockets");
	at_end(undo);
	victim = shared_memory(sizeof(*victim));
}

static void mounter(void)
{
	char options[64];

	*victim = getpid();
	snprintf(options, sizeof(options), "trans=fd,rfdno=%d,wfdno=%d", ends[0], ends[0]);
	mount("played", "/mnt", "9p", 0, options);
	broken("it was to be killed");
}

static struct request asked(unsigned char type)
{
	struct request request;
	char rest[64];

	if (read(ends[1], &request, sizeof(request)) != sizeof(request) || request.type != type ||
	    request.size - sizeof(request) > sizeof(rest) ||
	    read(ends[1], rest, request.size - sizeof(request)) < 0)
		broken("9p was to ask for %d", type);
	return request;
}

static void server(void)
{
	struct {
		struct request head;
		unsigned int msize;
		unsigned short length;
		char is[8];
	} __attribute__((packed)) version = {
		.head = { sizeof(version), TVERSION + 1 },
		.msize = 8192,
		.length = sizeof(version.is),
		.is = "9P2000.L",
	};
	struct request request;

	version.head.tag = asked(TVERSION).tag;
	kill(*victim, SIGKILL);
	at_point("killed_it");
	request = asked(TFLUSH);
	request.size = sizeof(request);
	request.type++;
	if (write(ends[1], &request, sizeof(request)) != sizeof(request))
		broken("cannot answer");
	at_point("flushed");
	if (is_case("answered") && write(ends[1], &version, sizeof(version)) != sizeof(version))
		broken("cannot answer");
	at_point("answered");
	shutdown(ends[1], SHUT_RDWR);
}

static void check(void)
{
	int status = status_of("mounter");

	ok(WIFSIGNALED(status) && WTERMSIG(status) == SIGKILL, "who mounts is killed");
}

const struct scenario scenario = {
	.setup = setup,
	.actors = { PROCESS(mounter), ACTOR(server), WORK(reader, "p9_read_work") },
	.check = check,
};
