# SPDX-License-Identifier: GPL-2.0
let remover reach :removed
let rcu finish
let killed finish
let remover finish
