# SPDX-License-Identifier: GPL-2.0
case keys
let one enter user_read
let other finish
