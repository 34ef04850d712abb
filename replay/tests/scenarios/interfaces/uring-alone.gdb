# SPDX-License-Identifier: GPL-2.0
case uring
let one enter io_read
let one finish
