# SPDX-License-Identifier: GPL-2.0
case cgroups
let apart reach :inside
let one enter cgroup_kill_write
let one finish
let apart finish
