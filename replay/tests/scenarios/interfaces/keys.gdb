# SPDX-License-Identifier: GPL-2.0
case keys
# It has the key locked.
let one enter user_read
let other block
let one finish
let other finish
let gc finish
