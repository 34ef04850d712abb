# SPDX-License-Identifier: GPL-2.0
let faulter enter do_fault_around
let unmapper finish
let faulter finish
