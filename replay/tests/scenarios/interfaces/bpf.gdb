# SPDX-License-Identifier: GPL-2.0
case bpf
let one enter bpf_map_update_value
let other finish
let one finish
