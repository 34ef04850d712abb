# SPDX-License-Identifier: GPL-2.0
let one finish
let other finish
