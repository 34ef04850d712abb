# SPDX-License-Identifier: GPL-2.0
case fuse
let one finish
