# SPDX-License-Identifier: GPL-2.0
# The first turn of a new thread lasts until it is first idle.
case late
let waker reach :started
let worker finish
let waker reach :woken
let worker finish
let waker finish
