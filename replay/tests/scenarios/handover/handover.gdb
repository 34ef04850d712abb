# SPDX-License-Identifier: GPL-2.0
let taker block
let giver reach :given
let giver finish
let taker finish
