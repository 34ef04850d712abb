# SPDX-License-Identifier: GPL-2.0
case net
let user finish
