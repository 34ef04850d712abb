// SPDX-License-Identifier: GPL-2.0
/*
 * A packet socket becomes one of another version while it is given a ring.
 *
 * 84ac7260236a ("packet: fix race condition in packet_set_ring"), CVE-2016-8655. The
 * ring of a socket of TPACKET_V3 has a timer, which is deleted with the ring if the
 * socket still is TPACKET_V3. PACKET_VERSION is refused where there is a ring; but it
 * looked without the lock of the socket, and there is no ring yet where the timer runs
 * already. Then the timer is there when the socket is not.
 *
 *     BUG: KASAN: use-after-free in collect_expired_timers+0xff/0x140
 *     RIP: prb_retire_rx_blk_timer_expired+0xa5/0x220
 *
 * The timer is no actor: the race is between the two calls. It expires when both are over, in
 * whatever order they were, and only shows that it was left there.
 */
#include "scenario.h"

#include <arpa/inet.h>
#include <errno.h>
#include <linux/if_ether.h>
#include <linux/if_packet.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

#define PAGE 4096

static int fd;
static int ring_error, version_error;

static int set_version(int version)
{
	return setsockopt(fd, SOL_PACKET, PACKET_VERSION, &version, sizeof(version)) ? errno : 0;
}

static void setup(void)
{
	ring_error = -1;
	version_error = -1;
	fd = socket(AF_PACKET, SOCK_RAW, htons(ETH_P_ALL));
	if (fd < 0 || set_version(TPACKET_V3))
		broken("cannot make a packet socket of version 3");
}

static void ring(void)
{
	struct tpacket_req3 request = {
		.tp_block_size = PAGE,
		.tp_block_nr = 1,
		.tp_frame_size = PAGE,
		.tp_frame_nr = 1,
		.tp_retire_blk_tov = 1000, /* ms: the timer of the ring */
	};

	ring_error = setsockopt(fd, SOL_PACKET, PACKET_RX_RING, &request, sizeof(request)) ? errno :
											     0;
}

static void version(void)
{
	version_error = set_version(TPACKET_V1);
	/* So that it sleeps on either kernel, and one schedule does for both. */
	usleep(1);
}

static void check(void)
{
	outcome("a ring", "%s", ring_error ? strerror(ring_error) : "made");
	outcome("another version", "%s", version_error ? strerror(version_error) : "set");
	ok(!ring_error, "the ring is made");
	ok(!version_error || version_error == EBUSY, "the version is set, or there is a ring");
	close(fd);
	/* Longer than the timer of the ring: nothing is to come of it. */
	sleep(3);
}

const struct scenario scenario = {
	.setup = setup,
	.actors = { ACTOR(ring), ACTOR(version) },
	.check = check,
};
