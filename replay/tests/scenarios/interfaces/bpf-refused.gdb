# SPDX-License-Identifier: GPL-2.0
case bpf_refused
let one finish
