# SPDX-License-Identifier: GPL-2.0
let asker block
let writer enter pipe_write
let reader reach :looked
let writer finish
let reader finish
let asker finish
