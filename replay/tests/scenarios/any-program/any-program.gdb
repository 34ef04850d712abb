# SPDX-License-Identifier: GPL-2.0
let t1 sleep
let t2 finish
let t3 finish
let t1 finish
