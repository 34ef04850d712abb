# SPDX-License-Identifier: GPL-2.0
case far
let one finish
