/* SPDX-License-Identifier: GPL-2.0 */
/*
 * Netlink, for what has to happen inside an actor. What may happen before the actors come is
 * run("ip ...") of programs.h.
 */
#ifndef NET_H
#define NET_H

#include <linux/netlink.h>
#include <stddef.h>

/* A socket of netlink: NETLINK_ROUTE, NETLINK_XFRM ... */
int netlink(int protocol);

/* One message, and the attributes behind its head. */
struct message {
	struct nlmsghdr header;
	char rest[512];
};

/* Begin one: its type, NLM_F_CREATE and the like, and its head, a struct of that protocol. */
void message(struct message *message, int type, int flags, const void *head, size_t size);
void attribute(struct message *message, int type, const void *data, size_t size);

/* Send them as one datagram, which the kernel reads in one call; the answers are in that order. */
void say(int netlink, struct message *messages, unsigned int nr);

/* Wait for the next answer: an errno, or 0. */
int answer(int netlink);

/* Send one, and wait for the answer. */
int answer_to(int netlink, struct message *message);

#endif /* NET_H */
