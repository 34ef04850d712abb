# SPDX-License-Identifier: GPL-2.0
case crash
let one finish
let other finish
