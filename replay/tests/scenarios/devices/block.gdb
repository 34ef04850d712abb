# SPDX-License-Identifier: GPL-2.0
case block
let user finish
