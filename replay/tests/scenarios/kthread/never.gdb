# SPDX-License-Identifier: GPL-2.0
let worker finish
let waker finish
