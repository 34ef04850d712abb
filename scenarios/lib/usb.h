/* SPDX-License-Identifier: GPL-2.0 */
/* USB without hardware: dummy_hcd is the controller, and the scenario plays the device. */
#ifndef USB_H
#define USB_H

#include <linux/usb/ch9.h>

#define USB_GADGET "/sys/kernel/config/usb_gadget/g"
#define USB_DEVICE "/sys/bus/usb/devices/1-1" /* as the host's side has it */

/*
 * Makes a gadget with a function such as "acm.0" by configfs, plugs it in, and waits until it is
 * configured.
 */
void usb_gadget(const char *function);
void usb_unplug(void);

/* The answers of a device that the scenario plays itself, by /dev/raw-gadget. */
struct usb_played {
	struct usb_device_descriptor device;
	const void *config; /* a configuration descriptor and all that belong to it */
	/*
	 * May change the descriptor before the device sends it; @nr is how often the host asked for
	 * it.
	 */
	void (*asked)(struct usb_device_descriptor *device, unsigned int nr);
};

/*
 * A device that does nothing: 1234:5678, a vendor-specific class, one interface without endpoints.
 */
struct usb_played usb_plain(void);

/* Plug the device in, and wait until the USB host has configured it. */
void usb_play(struct usb_played *played);

#endif /* USB_H */
