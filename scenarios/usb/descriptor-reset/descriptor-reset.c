// SPDX-License-Identifier: GPL-2.0
/*
 * The descriptors of a USB device are read while it is reset.
 *
 * ff33299ec8bb ("USB: core: Fix race by not overwriting udev->descriptor in
 * hub_port_init()").
 *
 *	reset				reader
 *	-----				------
 *	hub_port_init()
 *	  reads the descriptor anew, and
 *	  it has more configurations
 *					read_descriptors()
 *					  reads as many as there are now,
 *					  of those that there were
 *	descriptors_changed()
 *	  is put back
 *
 * The device is played: it has one configuration until it is reset, and says nine then.
 */
#define _GNU_SOURCE
#include "device.h"
#include "scenario.h"
#include "usb.h"

#include <errno.h>
#include <fcntl.h>
#include <linux/usbdevice_fs.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>

#define MORE 9

static bool is_reset;
static int device = -1, descriptors = -1;
static int reset_error;
static long length;
static unsigned char bytes[512];

static void asked(struct usb_device_descriptor *descriptor, unsigned int nr)
{
	(void)nr;
	descriptor->bNumConfigurations = is_reset ? MORE : 1;
}

static struct usb_played played;

static void setup(void)
{
	cannot_undo();
	played = usb_plain();
	played.asked = asked;
	usb_play(&played);
	device = open_device(USB_DEVICE, O_RDWR);
	descriptors = open(USB_DEVICE "/descriptors", O_RDONLY);
	if (descriptors < 0)
		broken("cannot open the descriptors");
	is_reset = true;
}

static void reset(void)
{
	reset_error = ioctl(device, USBDEVFS_RESET, NULL) ? errno : 0;
}

static void reader(void)
{
	length = read(descriptors, bytes, sizeof(bytes));
}

static void check(void)
{
	outcome("reset", "%s", reset_error ? strerror(reset_error) : "done");
	outcome("bytes read", "%ld", length);
	outcome("configurations there", "%d", bytes[17]);
	ok(length == USB_DT_DEVICE_SIZE + USB_DT_CONFIG_SIZE + USB_DT_INTERFACE_SIZE,
	   "what is read is one configuration");
}

const struct scenario scenario = {
	.setup = setup,
	.actors = { ACTOR(reset), ACTOR(reader) },
	.check = check,
};
