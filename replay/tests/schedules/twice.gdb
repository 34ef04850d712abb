# SPDX-License-Identifier: GPL-2.0
let punch finish
let punch finish
