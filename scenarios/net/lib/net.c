// SPDX-License-Identifier: GPL-2.0
#include "net.h"
#include "scenario.h"

#include <string.h>
#include <sys/socket.h>
#include <sys/uio.h>

int netlink(int protocol)
{
	int fd = socket(AF_NETLINK, SOCK_RAW | SOCK_CLOEXEC, protocol);

	if (fd < 0)
		broken("cannot make a socket of netlink, protocol %d", protocol);
	return fd;
}

static void *room(struct message *message, size_t size)
{
	void *end = (char *)message + NLMSG_ALIGN(message->header.nlmsg_len);

	if ((char *)end + size > (char *)(message + 1))
		broken("a message of netlink has no room for %zu bytes more", size);
	message->header.nlmsg_len = NLMSG_ALIGN(message->header.nlmsg_len) + size;
	return end;
}

void message(struct message *message, int type, int flags, const void *head, size_t size)
{
	*message = (struct message){
		.header.nlmsg_len = NLMSG_LENGTH(0),
		.header.nlmsg_type = type,
		.header.nlmsg_flags = NLM_F_REQUEST | NLM_F_ACK | flags,
	};
	memcpy(room(message, size), head, size);
}

void attribute(struct message *message, int type, const void *data, size_t size)
{
	struct nlattr *attr = room(message, NLA_HDRLEN + size);

	attr->nla_type = type;
	attr->nla_len = NLA_HDRLEN + size;
	memcpy((char *)attr + NLA_HDRLEN, data, size);
}

void say(int netlink, struct message *messages, unsigned int nr)
{
	struct iovec all[nr];
	unsigned int i;

	for (i = 0; i < nr; i++)
		all[i] = (struct iovec){ &messages[i], NLMSG_ALIGN(messages[i].header.nlmsg_len) };
	if (writev(netlink, all, nr) < 0)
		broken("cannot send to netlink");
}

int answer(int netlink)
{
	struct {
		struct nlmsghdr header;
		struct nlmsgerr error;
		char rest[512];
	} said;

	if (recv(netlink, &said, sizeof(said), 0) < (long)NLMSG_LENGTH(sizeof(said.error)) ||
	    said.header.nlmsg_type != NLMSG_ERROR)
		broken("netlink is to answer with an error, or none, and says something else");
	return -said.error.error;
}

int answer_to(int netlink, struct message *message)
{
	say(netlink, message, 1);
	return answer(netlink);
}
