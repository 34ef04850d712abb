# SPDX-License-Identifier: GPL-2.0
# It must not sleep, and so is not held midway.
let remover reach :removed
let rcu enter percpu_ref_switch_to_atomic_rcu
let remover finish
