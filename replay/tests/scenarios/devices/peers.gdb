# SPDX-License-Identifier: GPL-2.0
case peers
let user finish
