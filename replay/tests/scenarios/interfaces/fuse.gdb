# SPDX-License-Identifier: GPL-2.0
case fuse
let one block
let other finish
let one finish
