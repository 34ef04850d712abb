// SPDX-License-Identifier: GPL-2.0
#include "device.h"
#include "devices.h"
#include "programs.h"
#include "scenario.h"

#include <fcntl.h>
#include <string.h>
#include <unistd.h>

static void radios(void)
{
	run("ip link set wlan0 up");
	run("ip link set wlan1 up");
	works("mac80211_hwsim: two radios are up", true);
}

static void rxe(void)
{
	run("ip link add dummy1 type dummy");
	run("ip addr add 192.0.2.1/24 dev dummy1");
	run("ip link set dummy1 up");
	run("rdma link add rxe0 type rxe netdev dummy1");
	wait_for_line("/sys/class/infiniband/rxe0/ports/1/state", "4: ACTIVE");
	works("rxe: its port is active", true);
}

static void bluetooth(void)
{
	static const unsigned char new[] = { 0xff, 0 };
	unsigned char got[4] = { 0 };
	int fd = open_device("misc/vhci", O_RDWR);

	works("hci_vhci: a controller is made", write(fd, new, sizeof(new)) == sizeof(new) &&
							read(fd, got, sizeof(got)) == sizeof(got) &&
							got[0] == 0xff &&
							!access("/sys/class/bluetooth/hci0", F_OK));
	close(fd);
}

void test_net(void)
{
	radios();
	rxe();
	bluetooth();
}
