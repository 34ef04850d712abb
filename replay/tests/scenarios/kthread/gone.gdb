# SPDX-License-Identifier: GPL-2.0
case exit
let waker reach :woken
let worker finish
let worker finish
let waker finish
