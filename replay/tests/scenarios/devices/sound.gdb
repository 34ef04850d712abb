# SPDX-License-Identifier: GPL-2.0
case sound
let user finish
