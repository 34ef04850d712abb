# SPDX-License-Identifier: GPL-2.0
case tracefs
let one enter tracing_mark_write
let other finish
let one finish
