# SPDX-License-Identifier: GPL-2.0
let remover reach :removed
let atomic finish
let atomic finish
let killed enter mem_cgroup_css_offline
let remover reach :looked
let killed finish
let remover finish
