# SPDX-License-Identifier: GPL-2.0
case asked
let loader enter ext2_mount
let loader finish
