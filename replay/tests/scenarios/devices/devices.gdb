# SPDX-License-Identifier: GPL-2.0
case usb
let user finish
