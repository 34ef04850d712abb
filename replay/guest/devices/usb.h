/* SPDX-License-Identifier: GPL-2.0 */
/* USB without hardware: dummy_hcd is the controller, and the scenario plays the device. */
#ifndef USB_H
#define USB_H

#include <linux/usb/ch9.h>

#define USB_GADGET "/sys/kernel/config/usb_gadget/g"
#define USB_DEVICE "/sys/bus/usb/devices/1-1" /* as the host's side has it */

/* A gadget with this function, as "acm.0", by configfs; plugged in, and configured. */
void usb_gadget(const char *function);
void usb_unplug(void);

/* What a device that the scenario plays itself, by /dev/raw-gadget, answers. */
struct usb_played {
	struct usb_device_descriptor device;
	const void *config; /* a configuration with what belongs to it */
	/* May change the descriptor before it is given; @nr is how often it was asked for. */
	void (*asked)(struct usb_device_descriptor *device, unsigned int nr);
};

/* One that does nothing: 1234:5678, of a class of its own, with one interface that has no endpoints. */
struct usb_played usb_plain(void);

/* Plug that in, and wait until the host's side has configured it. */
void usb_play(struct usb_played *played);

#endif /* USB_H */
