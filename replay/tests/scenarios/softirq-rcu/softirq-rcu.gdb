# SPDX-License-Identifier: GPL-2.0
# Newer kernels queue the work behind a second grace period.
let remover reach :removed
let rcu finish
let remover reach :another
let rcu finish
let killed finish
let remover finish
