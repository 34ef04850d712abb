// SPDX-License-Identifier: GPL-2.0
/*
 * A listener of RFCOMM is closed when krfcommd has found it.
 *
 * 43c441edacf9 ("Bluetooth: RFCOMM: hold listener socket in rfcomm_connect_ind()"),
 * CVE-2026-53256. krfcommd looks for who listens to a channel, and locks it then; in between
 * nothing keeps the listener from being closed and freed.
 *
 *     krfcommd                            closer
 *     --------                            ------
 *     rfcomm_connect_ind()
 *       rfcomm_get_sock_by_channel()
 *                                         rfcomm_sock_release()
 *                                           frees the listener
 *       lock_sock(parent)
 *
 *     BUG: KASAN: use-after-free in __lock_acquire.constprop.0+0x66c/0xcd0
 *       lock_sock_nested+0x46/0xc0
 *       rfcomm_connect_ind+0xe2/0x2b0
 *
 * The controller, and the other side of the connection, is a thread here, behind /dev/vhci.
 */
#define _GNU_SOURCE
#include "scenario.h"

#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <stdint.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/sysmacros.h>
#include <unistd.h>

#define AF_BT 31
#define PROTO_HCI 1
#define PROTO_RFCOMM 3

#define HANDLE 0x00c8
#define OUR_CID 0x0040
#define CHANNEL 1

struct sockaddr_rc {
	sa_family_t family;
	uint8_t bdaddr[6];
	uint8_t channel;
};

static int vhci, listener;
static const uint8_t self[6] = { 0xaa, 0xaa, 0xaa, 0xaa, 0xaa, 0xaa };
static const uint8_t remote[6] = { 0x10, 0xaa, 0xaa, 0xaa, 0xaa, 0xaa };
static volatile int their_cid, session, config_done, dm, commands, acls, last_command;

static void to_host(const uint8_t *packet, int length)
{
	if (write(vhci, packet, length) != length)
		broken("cannot write to vhci");
}

static void event(uint8_t code, const void *data, int length)
{
	uint8_t packet[3 + 255] = { 4, code, length };

	memcpy(packet + 3, data, length);
	to_host(packet, 3 + length);
}

static void acl(int cid, const void *data, int length)
{
	uint8_t packet[512] = {
		2,	    HANDLE & 0xff, (HANDLE >> 8) | 0x20, length + 4, 0, length, 0,
		cid & 0xff, cid >> 8
	};

	memcpy(packet + 9, data, length);
	to_host(packet, 9 + length);
}

static void l2cap(uint8_t code, uint8_t ident, const void *data, int length)
{
	uint8_t packet[64] = { code, ident, length, 0 };

	memcpy(packet + 4, data, length);
	acl(1, packet, 4 + length);
}

static void sabm(int dlci)
{
	uint8_t frame[4] = { (dlci << 2) | 2 | 1, 0x3f, 1 }, crc = 0xff;

	for (int i = 0; i < 3; i++) {
		crc ^= frame[i];
		for (int bit = 0; bit < 8; bit++)
			crc = crc & 1 ? (crc >> 1) ^ 0xe0 : crc >> 1;
	}
	frame[3] = 0xff - crc;
	acl(OUR_CID, frame, sizeof(frame));
}

static void command(const uint8_t *packet)
{
	int opcode = packet[1] | packet[2] << 8;
	uint8_t done[255] = { 1, packet[1], packet[2] };
	uint8_t status[4] = { 0, 1, packet[1], packet[2] };
	uint8_t more[255] = {};

	commands++;
	last_command = opcode;
	if (opcode >> 10 != 1) {
		if (opcode == 0x1009)
			memcpy(done + 4, self, 6);
		if (opcode == 0x1005)
			memcpy(done + 4, "\xfd\x03\x40\x08\x00\x00\x00", 7);
		event(0x0e, done, sizeof(done));
		return;
	}
	event(0x0f, status, sizeof(status));
	more[1] = HANDLE & 0xff;
	more[2] = HANDLE >> 8;
	switch (opcode) {
	case 0x0409: /* accept: the connection is complete */
		memcpy(more + 3, remote, 6);
		more[9] = 1;
		event(0x03, more, 11);
		break;
	case 0x041b:
		event(0x0b, more, 11);
		break;
	case 0x041d:
		event(0x0c, more, 8);
		break;
	case 0x0419:
		memcpy(more + 1, remote, 6);
		more[7] = 'r';
		event(0x07, more, 255);
		break;
	}
}

static void data(const uint8_t *packet)
{
	const uint8_t completed[5] = { 1, HANDLE & 0xff, HANDLE >> 8, 1, 0 };
	int cid = packet[7] | packet[8] << 8;
	const uint8_t *p = packet + 9;
	uint8_t answer[8] = {};

	acls++;
	event(0x13, completed, sizeof(completed));
	if (cid == OUR_CID) {
		if ((p[1] & ~0x10) == 0x63)
			session = 1;
		if ((p[1] & ~0x10) == 0x0f)
			dm = 1;
		return;
	}
	if (cid != 1)
		return;
	switch (p[0]) {
	case 0x0a: /* information: not supported */
		answer[0] = p[4];
		answer[1] = p[5];
		answer[2] = 1;
		l2cap(0x0b, p[1], answer, 4);
		break;
	case 0x03: /* connected, or not yet */
		if (p[8] | p[9])
			break;
		their_cid = p[4] | p[5] << 8;
		answer[0] = their_cid & 0xff;
		answer[1] = their_cid >> 8;
		l2cap(0x04, 0x42, answer, 4);
		break;
	case 0x04: /* their configuration */
		answer[0] = their_cid & 0xff;
		answer[1] = their_cid >> 8;
		l2cap(0x05, p[1], answer, 6);
		config_done |= 1;
		break;
	case 0x05:
		config_done |= 2;
		break;
	}
}

static void *controller(void *unused)
{
	uint8_t packet[2048];

	(void)unused;
	while (read(vhci, packet, sizeof(packet)) > 0) {
		if (packet[0] == 1)
			command(packet);
		else if (packet[0] == 2)
			data(packet);
	}
	return NULL;
}

static void await(volatile int *what, int value, const char *name)
{
	for (int i = 0; *what != value; i++) {
		if (i == 500)
			broken("no %s: %d commands, the last 0x%04x, %d acl, cid %d, config %d",
			       name, commands, last_command, acls, their_cid, config_done);
		usleep(10000);
	}
}

static void setup(void)
{
	struct sockaddr_rc addr = { .family = AF_BT, .channel = CHANNEL };
	uint8_t request[10] = {};
	pthread_t thread;
	int hci;

	if (mknod("/dev/vhci", S_IFCHR | 0600, makedev(10, 137)))
		broken("cannot make a node for vhci");
	vhci = open("/dev/vhci", O_RDWR);
	if (vhci < 0)
		broken("cannot open /dev/vhci");
	to_host((const uint8_t[]){ 0xff, 0 }, 2);
	if (pthread_create(&thread, NULL, controller, NULL))
		broken("cannot begin the controller");
	hci = socket(AF_BT, SOCK_RAW, PROTO_HCI);
	if (hci < 0)
		broken("cannot make a socket of HCI");
	if (ioctl(hci, _IOW('H', 201, int), 0) && errno != EALREADY)
		broken("HCIDEVUP: %d commands, the last 0x%04x", commands, last_command);
	listener = socket(AF_BT, SOCK_STREAM, PROTO_RFCOMM);
	if (listener < 0 || bind(listener, (void *)&addr, sizeof(addr)) || listen(listener, 1))
		broken("cannot listen");
	memcpy(request, remote, 6);
	request[9] = 1;
	event(0x04, request, 10);
	await(&acls, 1, "connection");
	usleep(100000);
	l2cap(0x02, 0x41, (const uint8_t[]){ 3, 0, OUR_CID, 0 }, 4);
	await(&config_done, 3, "channel");
	usleep(100000);
	sabm(0);
	await(&session, 1, "session");
	/* Where the device goes with the connection up, 6.1.192 dies: so there is one setup in a boot. */
	cannot_undo();
}

static void closer(void)
{
	close(listener);
}

static void peer(void)
{
	sabm(CHANNEL << 1);
	/* Who works for the host has its turn. */
	usleep(100000);
}

static void check(void)
{
	usleep(500000);
	outcome("the other side is told", "%s", dm ? "DM" : "nothing");
	ok(dm, "nobody listens");
}

const struct scenario scenario = {
	.setup = setup,
	.actors = { ACTOR(closer), ACTOR(peer), KTHREAD(krfcommd, "krfcommd") },
	.check = check,
};
