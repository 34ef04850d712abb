# SPDX-License-Identifier: GPL-2.0
case unloaded
let writer finish
