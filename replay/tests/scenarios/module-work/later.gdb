# SPDX-License-Identifier: GPL-2.0
# The module, and the function of the actor, is not there as the race begins.
case later
let user reach :up
let monitor enter bond_mii_monitor
let user block
let monitor finish
let user finish
