// SPDX-License-Identifier: GPL-2.0
#include "attributes.h"
#include "device.h"
#include "devices.h"
#include "scenario.h"
#include "usb.h"

#include <endian.h>
#include <fcntl.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <sys/socket.h>
#include <termios.h>
#include <unistd.h>

#define VHCI "/sys/devices/platform/vhci_hcd.0"
#define USBIP_CMD_SUBMIT 1

static void raw_mode(int fd)
{
	struct termios settings;

	if (tcgetattr(fd, &settings))
		broken("a tty of USB is none");
	cfmakeraw(&settings);
	if (tcsetattr(fd, TCSANOW, &settings))
		broken("a tty of USB cannot be set");
}

static void serial(void)
{
	char got[8] = "";
	int gadget, host;

	usb_gadget("acm.0");
	host = open_device("tty/ttyACM0", O_RDWR | O_NOCTTY);
	gadget = open_device("tty/ttyGS0", O_RDWR | O_NOCTTY);
	raw_mode(host);
	raw_mode(gadget);
	works("dummy_hcd: what the gadget says comes to the host's tty",
	      write(gadget, "hello", 5) == 5 && read(host, got, 5) == 5 && !strcmp(got, "hello"));
	close(host);
	close(gadget);
	usb_unplug();
}

static void played(void)
{
	static struct usb_played device;
	char text[8];

	device = usb_plain();
	usb_play(&device);
	read_file(USB_DEVICE "/idProduct", text, sizeof(text));
	works("raw-gadget: the host has found the device that is played", !strcmp(text, "5678"));
}

static void over_ip(void)
{
	uint32_t header[12];
	char text[64];
	int ends[2];

	if (socketpair(AF_UNIX, SOCK_STREAM, 0, ends))
		broken("cannot make a pair of sockets");
	snprintf(text, sizeof(text), "0 %d 1 3", ends[0]);
	put_text(VHCI "/attach", text);
	works("usbip: the controller asks the device behind the socket",
	      recv(ends[1], header, sizeof(header), MSG_WAITALL) == sizeof(header) &&
		      be32toh(header[0]) == USBIP_CMD_SUBMIT);
	put_text(VHCI "/detach", "0");
}

void test_usb(void)
{
	serial();
	played();
	over_ip();
}
