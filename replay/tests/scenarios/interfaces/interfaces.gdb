# SPDX-License-Identifier: GPL-2.0
case uring
# It has been submitted, and looks.
let one enter io_read
let other finish
let one finish
