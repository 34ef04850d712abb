// SPDX-License-Identifier: GPL-2.0
/*
 * The cable of a serial gadget is pulled while its tty is opened.
 *
 * 4cfbca86f6a8 ("usb: gadget: u_serial: Fix the issue that gs_start_io crashed due to
 * accessing null pointer"), CVE-2024-56670.
 *
 *	opener				unplug
 *	------				------
 *	gs_start_io()
 *	  gs_start_rx()
 *	    drops the lock of the port
 *					gserial_disconnect()
 *					  port->port_usb = NULL
 *	    usb_ep_queue() fails
 *	  frees requests of
 *	  port->port_usb->in
 *
 * Limits: that happens with interrupts off, between two CPUs; the label has them on there.
 */
#include "device.h"
#include "scenario.h"
#include "usb.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <unistd.h>

static int tty, tty_error;

static void setup(void)
{
	cannot_undo();
	tty = -1;
	usb_gadget("acm.0");
	make_node("/dev/ttyGS0", "tty/ttyGS0");
}

static void opener(void)
{
	tty = open("/dev/ttyGS0", O_RDWR | O_NOCTTY | O_NONBLOCK);
	tty_error = tty < 0 ? errno : 0;
}

static void unplug(void)
{
	usb_unplug();
}

static void check(void)
{
	outcome("the tty is opened", "%s", tty < 0 ? strerror(tty_error) : "yes");
	ok(tty >= 0 || tty_error == EIO, "it is opened, or gone");
}

const struct scenario scenario = {
	.setup = setup,
	.actors = { ACTOR(opener), ACTOR(unplug) },
	.check = check,
};
