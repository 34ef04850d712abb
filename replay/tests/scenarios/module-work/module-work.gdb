# SPDX-License-Identifier: GPL-2.0
let user reach :up
let monitor enter bond_mii_monitor
let user block
let monitor finish
let user finish
