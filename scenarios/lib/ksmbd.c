// SPDX-License-Identifier: GPL-2.0
#define _GNU_SOURCE
#include "attributes.h"
#include "device.h"
#include "ksmbd.h"
#include "scenario.h"

#include <errno.h>
#include <linux/genetlink.h>
#include <linux/netlink.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <sys/mount.h>
#include <sys/socket.h>
#include <unistd.h>

/* As in fs/smb/server/ksmbd_netlink.h, which is no header for programs. */
enum {
	STARTING_UP = 2,
	LOGIN = 4, /* the answer's is one more, of these three */
	SHARE_CONFIG = 6,
	TREE_CONNECT = 8,
};

struct startup {
	uint32_t flags;
	int32_t signing;
	char min_prot[16], max_prot[16], netbios_name[16], work_group[64], server_string[64];
	uint16_t tcp_port, ipc_timeout;
	uint32_t deadtime, file_max, max_write, max_read, max_trans, fake_fscaps, sub_auth[3],
		max_credits, max_io_size, max_connections;
	int8_t bind_interfaces_only;
	uint32_t max_ip_connections;
	char reserved[499];
	uint32_t interfaces_size;
} __attribute__((packed));

struct login {
	uint32_t handle, gid, uid;
	char account[48];
	uint16_t status, hash_size;
	unsigned char hash[18];
	uint32_t reserved[16];
};

struct share {
	uint32_t handle, flags;
	uint16_t create_mask, directory_mask, force[4];
	char name[64];
	uint32_t reserved[111], payload_size, veto_size;
	char path[8];
};

struct tree {
	uint32_t handle;
	uint16_t status, flags;
	uint32_t reserved[16];
};

#define SHARE_AVAILABLE 1
#define SHARE_BROWSEABLE 2
#define SHARE_WRITEABLE 4
#define SHARE_OPLOCKS 128
#define SHARE_PIPE 256
#define TREE_WRITABLE 4
#define USER_OK 1

#define USER "u"
#define PASSWORD "p"
/* MD4 of that in UTF-16. */
static const unsigned char hash[16] = {
	0x24, 0x68, 0xc4, 0x66, 0xf4, 0x66, 0x60, 0x05,
	0xa0, 0x6b, 0x27, 0x92, 0x51, 0x3d, 0x98, 0xe8,
};

static int netlink;
static int family = GENL_ID_CTRL;
static int error;

static void tell(int command, int attribute, const void *data, int size)
{
	static struct {
		struct nlmsghdr header;
		struct genlmsghdr command;
		struct nlattr attribute;
		char data[4096];
	} message;

	memset(&message, 0, sizeof(message));
	message.header.nlmsg_type = family;
	message.header.nlmsg_flags = NLM_F_REQUEST;
	message.command.cmd = command;
	message.command.version = 1;
	message.attribute.nla_type = attribute;
	message.attribute.nla_len = NLA_HDRLEN + size;
	memcpy(message.data, data, size);
	message.header.nlmsg_len = NLMSG_LENGTH(GENL_HDRLEN) + NLA_ALIGN(message.attribute.nla_len);
	if (send(netlink, &message, message.header.nlmsg_len, 0) < 0)
		error = errno;
}

static void answer(int command, const char *request)
{
	struct login login = { .account = USER, .status = USER_OK, .hash_size = sizeof(hash) };
	struct share share = {
		.flags = SHARE_AVAILABLE | SHARE_BROWSEABLE | SHARE_WRITEABLE | SHARE_OPLOCKS,
		.create_mask = 0644,
		.directory_mask = 0755,
		.payload_size = sizeof(share.path),
		.path = KSMBD_SHARE,
	};
	struct tree tree = { .flags = TREE_WRITABLE };

	switch (command) {
	case LOGIN:
		memcpy(&login.handle, request, sizeof(login.handle));
		memcpy(login.hash, hash, sizeof(hash));
		tell(LOGIN + 1, LOGIN + 1, &login, sizeof(login));
		break;
	case SHARE_CONFIG:
		memcpy(&share.handle, request, sizeof(share.handle));
		if (strcasestr(request + sizeof(share.handle), "ipc"))
			share.flags = SHARE_AVAILABLE | SHARE_PIPE;
		tell(SHARE_CONFIG + 1, SHARE_CONFIG + 1, &share, sizeof(share));
		break;
	case TREE_CONNECT:
		memcpy(&tree.handle, request, sizeof(tree.handle));
		tell(TREE_CONNECT + 1, TREE_CONNECT + 1, &tree, sizeof(tree));
		break;
	}
}

/* ksmbd.mountd. */
static void *daemon_of_ksmbd(void *unused)
{
	static char message[16384];
	struct nlmsghdr *header = (void *)message;
	struct genlmsghdr *command = NLMSG_DATA(header);

	for (;;) {
		if (recv(netlink, message, sizeof(message), 0) < 0) {
			if (errno == EINTR)
				continue;
			return unused;
		}
		if (header->nlmsg_type == NLMSG_ERROR)
			error = -*(int *)NLMSG_DATA(header);
		else
			answer(command->cmd, message + NLMSG_LENGTH(GENL_HDRLEN) + NLA_HDRLEN);
	}
}

static int family_of_ksmbd(void)
{
	static const char name[] = "SMBD_GENL";
	static char message[4096];
	struct nlmsghdr *header = (void *)message;
	struct nlattr *one = (void *)(message + NLMSG_LENGTH(GENL_HDRLEN));

	errno = 0;
	tell(CTRL_CMD_GETFAMILY, CTRL_ATTR_FAMILY_NAME, name, sizeof(name));
	if (recv(netlink, message, sizeof(message), 0) < 0 || header->nlmsg_type == NLMSG_ERROR)
		broken("this kernel has no ksmbd");
	while ((char *)one < message + header->nlmsg_len) {
		if (one->nla_type == CTRL_ATTR_FAMILY_ID)
			return *(uint16_t *)(one + 1);
		one = (void *)((char *)one + NLA_ALIGN(one->nla_len));
	}
	broken("ksmbd has no number in netlink");
}

void ksmbd_start(void)
{
	static const struct startup startup = {
		.flags = 1, /* leases */
		.netbios_name = "K",
		.work_group = "W",
		.server_string = "S",
		.tcp_port = 445,
		.file_max = 1000,
	};

	loopback_up();
	make_dir(KSMBD_SHARE);
	netlink = socket(AF_NETLINK, SOCK_RAW, NETLINK_GENERIC);
	if (netlink < 0)
		broken("cannot make a socket of netlink");
	family = GENL_ID_CTRL;
	family = family_of_ksmbd();
	tell(STARTING_UP, STARTING_UP, &startup, sizeof(startup));
	play(daemon_of_ksmbd, NULL);
	/* It starts by a work item, and tells nobody. */
	sleep(1);
	errno = error;
	if (error)
		broken("ksmbd does not start");
}

void cifs_mount(const char *path, const char *options)
{
	char all[192];

	make_dir(path);
	snprintf(all, sizeof(all),
		 "ip=127.0.0.1,unc=\\\\127.0.0.1" KSMBD_SHARE ",user=" USER ",pass=" PASSWORD ",%s",
		 options ? options : "vers=3.1.1");
	all[strcspn(all, "/")] = '\\';
	if (mount("//127.0.0.1" KSMBD_SHARE, path, "cifs", 0, all))
		broken("cannot mount cifs at %s (ksmbd says %d)", path, error);
}
