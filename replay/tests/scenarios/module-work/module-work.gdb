# SPDX-License-Identifier: GPL-2.0
let user reach :up
let user block
let monitor finish
let user finish
