# SPDX-License-Identifier: GPL-2.0
case faults
let one enter handle_mm_fault
let other finish
let one finish
