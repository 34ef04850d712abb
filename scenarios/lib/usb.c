// SPDX-License-Identifier: GPL-2.0
#include "attributes.h"
#include "device.h"
#include "scenario.h"
#include "usb.h"

#include <errno.h>
#include <fcntl.h>
#include <linux/usb/raw_gadget.h>
#include <stdio.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>

#define UDC "dummy_udc.0"
#define REPLY_MAX 256

static void usb_plug(void)
{
	put_text(USB_GADGET "/UDC", UDC);
	wait_for_line("/sys/class/udc/" UDC "/state", "configured");
}

void usb_unplug(void)
{
	put_text(USB_GADGET "/UDC", "\n");
}

void usb_gadget(const char *function)
{
	char there[96], here[96];

	mount_type("configfs", CONFIGFS, NULL);
	make_dir(USB_GADGET);
	put_text(USB_GADGET "/idVendor", "0x0525");
	put_text(USB_GADGET "/idProduct", "0xa4a7");
	make_dir(USB_GADGET "/strings/0x409");
	put_text(USB_GADGET "/strings/0x409/serialnumber", "1");
	make_dir(USB_GADGET "/configs/c.1");
	snprintf(there, sizeof(there), USB_GADGET "/functions/%s", function);
	snprintf(here, sizeof(here), USB_GADGET "/configs/c.1/%s", function);
	make_dir(there);
	if (symlink(there, here))
		broken("cannot give the gadget the function %s", function);
	usb_plug();
}

struct reply {
	struct usb_raw_ep_io io;
	unsigned char data[REPLY_MAX];
};

struct event {
	struct usb_raw_event event;
	struct usb_ctrlrequest request;
};

/* What is asked for, to @data; how long it is, or -1. */
static int answer(struct usb_played *played, const struct usb_ctrlrequest *request,
		  unsigned char *data)
{
	static const unsigned char languages[] = { 4, USB_DT_STRING, 0x09, 0x04 };
	static const unsigned char text[] = { 4, USB_DT_STRING, 'p', 0 };
	const struct usb_config_descriptor *config = played->config;
	static unsigned int nr;

	if ((request->bRequestType & USB_TYPE_MASK) != USB_TYPE_STANDARD ||
	    request->bRequest != USB_REQ_GET_DESCRIPTOR)
		return -1;
	switch (request->wValue >> 8) {
	case USB_DT_DEVICE:
		if (played->asked)
			played->asked(&played->device, nr);
		nr++;
		memcpy(data, &played->device, sizeof(played->device));
		return sizeof(played->device);
	case USB_DT_CONFIG:
		memcpy(data, config, config->wTotalLength);
		return config->wTotalLength;
	case USB_DT_STRING:
		memcpy(data, request->wValue & 0xff ? text : languages, 4);
		return 4;
	}
	return -1;
}

static void control(int fd, struct usb_played *played, const struct usb_ctrlrequest *request)
{
	struct reply reply = { .io = { .ep = 0 } };
	int length;

	if (request->bRequest == USB_REQ_SET_CONFIGURATION && !request->bRequestType) {
		if (ioctl(fd, USB_RAW_IOCTL_VBUS_DRAW, 50) || ioctl(fd, USB_RAW_IOCTL_CONFIGURE))
			broken("the device that is played is not configured");
		ioctl(fd, USB_RAW_IOCTL_EP0_READ, &reply);
		return;
	}
	if (!(request->bRequestType & USB_DIR_IN)) {
		reply.io.length = request->wLength;
		ioctl(fd, USB_RAW_IOCTL_EP0_READ, &reply);
		return;
	}
	length = answer(played, request, reply.data);
	if (length < 0) {
		ioctl(fd, USB_RAW_IOCTL_EP0_STALL, 0);
		return;
	}
	reply.io.length = length < request->wLength ? length : request->wLength;
	/* It fails where the port is reset meanwhile, which is the host's affair. */
	ioctl(fd, USB_RAW_IOCTL_EP0_WRITE, &reply);
}

static int raw;

static void *device(void *of)
{
	struct event event;

	for (;;) {
		event.event.type = 0;
		event.event.length = sizeof(event.request);
		if (ioctl(raw, USB_RAW_IOCTL_EVENT_FETCH, &event)) {
			if (errno == EINTR)
				continue;
			return NULL;
		}
		if (event.event.type == USB_RAW_EVENT_CONTROL)
			control(raw, of, &event.request);
	}
}

void usb_play(struct usb_played *played)
{
	struct usb_raw_init init = {
		.driver_name = "dummy_udc",
		.device_name = UDC,
		.speed = USB_SPEED_HIGH,
	};

	raw = open_device("misc/raw-gadget", O_RDWR);
	if (ioctl(raw, USB_RAW_IOCTL_INIT, &init) || ioctl(raw, USB_RAW_IOCTL_RUN, 0))
		broken("cannot play a device of USB");
	play(device, played);
	wait_for_line(USB_DEVICE "/bConfigurationValue", "1");
}

struct usb_played usb_plain(void)
{
	static const struct {
		struct usb_config_descriptor config;
		struct usb_interface_descriptor interface;
	} __attribute__((packed)) all = {
		.config = {
			.bLength = USB_DT_CONFIG_SIZE,
			.bDescriptorType = USB_DT_CONFIG,
			.wTotalLength = sizeof(all),
			.bNumInterfaces = 1,
			.bConfigurationValue = 1,
			.bmAttributes = USB_CONFIG_ATT_ONE,
		},
		.interface = {
			.bLength = USB_DT_INTERFACE_SIZE,
			.bDescriptorType = USB_DT_INTERFACE,
			.bInterfaceClass = USB_CLASS_VENDOR_SPEC,
		},
	};

	return (struct usb_played){
		.device = {
			.bLength = USB_DT_DEVICE_SIZE,
			.bDescriptorType = USB_DT_DEVICE,
			.bcdUSB = 0x0200,
			.bDeviceClass = USB_CLASS_VENDOR_SPEC,
			.bMaxPacketSize0 = 64,
			.idVendor = 0x1234,
			.idProduct = 0x5678,
			.bNumConfigurations = 1,
		},
		.config = &all,
	};
}
