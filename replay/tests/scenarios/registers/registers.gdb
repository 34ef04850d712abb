# SPDX-License-Identifier: GPL-2.0
let first enter ksys_write
let second finish
let first finish
