// SPDX-License-Identifier: GPL-2.0
/*
 * A signal comes to who waits for room in a call, while another has the call.
 *
 * b0f571ecd794 ("rxrpc: Fix locking in rxrpc's sendmsg"), CVE-2022-49998. Who waits for room drops
 * the mutex of the call meanwhile, and takes it again unless a signal comes; but its caller
 * unlocks it then, too: "bad unlock balance", and somebody else has it.
 *
 *     sender                   other                    signaller
 *     ------                   -----                    ---------
 *     rxrpc_wait_for_tx_window()
 *       mutex_unlock(&call->user_mutex)
 *       sleeps
 *                              locks user_mutex
 *                                                       a signal
 *       mutex_lock_interruptible():
 *       interrupted
 *     mutex_unlock(&call->user_mutex)
 *
 *     WARNING: bad unlock balance detected!
 *     init/95 is trying to release lock (&call->user_mutex) at:
 *      rxrpc_do_sendmsg+0x253/0x6e0
 *
 * Limits: nobody answers at the other end; the window of the call fills up after a few packets.
 */
#define _GNU_SOURCE
#include "device.h"
#include "scenario.h"

#include <arpa/inet.h>
#include <errno.h>
#include <linux/rxrpc.h>
#include <pthread.h>
#include <signal.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

#ifndef SOL_RXRPC
#define SOL_RXRPC 272
#endif

#define PORT 7001

static int rx, sink;
static pthread_t sender_thread;
static int sender_error, other_error; /* an errno, or 0 where something was sent */
static char data[1 << 17]; /* more than a window */

static void on_signal(int signal)
{
	(void)signal;
}

static void undo(void)
{
	close(rx);
	close(sink);
}

static void setup(void)
{
	struct sockaddr_in udp = { .sin_family = AF_INET, .sin_port = htons(PORT) };
	struct sockaddr_rxrpc address = {
		.srx_family = AF_RXRPC,
		.transport_type = SOCK_DGRAM,
		.transport_len = sizeof(udp),
		.transport.sin.sin_family = AF_INET,
	};
	struct sigaction action = { .sa_handler = on_signal };

	udp.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
	loopback_up();
	sink = socket(AF_INET, SOCK_DGRAM, 0);
	if (sink < 0 || bind(sink, (struct sockaddr *)&udp, sizeof(udp)))
		broken("cannot make a socket at the other end");
	rx = socket(AF_RXRPC, SOCK_DGRAM, PF_INET);
	if (rx < 0 || bind(rx, (struct sockaddr *)&address, sizeof(address)))
		broken("cannot make a socket of rxrpc");
	sigaction(SIGUSR1, &action, NULL);
	sender_thread = 0;
	sender_error = other_error = -1;
	at_end(undo);
	/* The call, and its timers, are there for longer. */
	cannot_undo();
}

static int send_some(size_t length, int flags)
{
	const unsigned long id = 1;
	struct sockaddr_rxrpc address = {
		.srx_family = AF_RXRPC,
		.srx_service = 1234,
		.transport_type = SOCK_DGRAM,
		.transport_len = sizeof(struct sockaddr_in),
		.transport.sin.sin_family = AF_INET,
		.transport.sin.sin_port = htons(PORT),
	};
	struct iovec all = { data, length };
	const unsigned int seconds = 2; /* that the call may take */
	char control[CMSG_SPACE(sizeof(id)) + CMSG_SPACE(sizeof(seconds))] = {};
	struct msghdr msg = {
		.msg_name = &address,
		.msg_namelen = sizeof(address),
		.msg_iov = &all,
		.msg_iovlen = 1,
		.msg_control = control,
		.msg_controllen = sizeof(control),
	};
	struct cmsghdr *call = CMSG_FIRSTHDR(&msg);

	address.transport.sin.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
	call->cmsg_level = SOL_RXRPC;
	call->cmsg_type = RXRPC_USER_CALL_ID;
	call->cmsg_len = CMSG_LEN(sizeof(id));
	memcpy(CMSG_DATA(call), &id, sizeof(id));
	call = CMSG_NXTHDR(&msg, call);
	call->cmsg_level = SOL_RXRPC;
	call->cmsg_type = RXRPC_SET_CALL_TIMEOUT;
	call->cmsg_len = CMSG_LEN(sizeof(seconds));
	memcpy(CMSG_DATA(call), &seconds, sizeof(seconds));
	return sendmsg(rx, &msg, flags) < 0 ? errno : 0;
}

static void sender(void)
{
	sender_thread = pthread_self();
	sender_error = send_some(sizeof(data), MSG_MORE);
}

static void other(void)
{
	other_error = send_some(1, MSG_DONTWAIT | MSG_MORE);
}

static void signaller(void)
{
	if (sender_thread)
		pthread_kill(sender_thread, SIGUSR1);
}

static void check(void)
{
	outcome("the sender", "%s", sender_error ? strerror(sender_error) : "has sent some");
	outcome("the other", "%s", other_error ? strerror(other_error) : "has sent some");
	/* Where no signal comes, the call is over after its time. */
	ok(!sender_error || sender_error == EINTR || sender_error == ETIME,
	   "the sender sends, or is interrupted");
	ok(!other_error || other_error == EAGAIN || other_error == ESHUTDOWN,
	   "the other sends, or is told to try again");
}

const struct scenario scenario = {
	.setup = setup,
	.actors = { ACTOR(sender), ACTOR(other), ACTOR(signaller) },
	.check = check,
};
