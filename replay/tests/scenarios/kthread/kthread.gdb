# SPDX-License-Identifier: GPL-2.0
let waker reach :woken
let worker enter bed_work
let waker finish
let worker finish
