# SPDX-License-Identifier: GPL-2.0
let to finish
let on finish
