# SPDX-License-Identifier: GPL-2.0
let victim block
let killer finish
let victim finish
