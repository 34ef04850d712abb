# SPDX-License-Identifier: GPL-2.0
# The first request to receive is about to be queued.
let opener reach rx_unlocked

# The port has no gadget any more, and its endpoints are off.
let unplug enter configfs_composite_unbind
stacks
let opener finish
let unplug finish
