# SPDX-License-Identifier: GPL-2.0
let writer enter handle_userfault
let writer block
let ender finish
let writer finish
