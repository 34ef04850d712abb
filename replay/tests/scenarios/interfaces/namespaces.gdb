# SPDX-License-Identifier: GPL-2.0
case namespaces
let apart enter copy_net_ns
let one finish
let apart finish
