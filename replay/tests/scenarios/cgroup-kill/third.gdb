# SPDX-License-Identifier: GPL-2.0
# The third turn of the callback: those before it go by.
let remover reach :removed
let atomic#2 finish
let killed enter mem_cgroup_css_offline
let remover reach :looked
let killed finish
let atomic#3 finish
let remover finish
