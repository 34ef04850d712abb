# SPDX-License-Identifier: GPL-2.0
case no_pids
let apart finish
