# SPDX-License-Identifier: GPL-2.0
# It has found the bin, and taken its policy out of it.
let deleter enter xfrm_policy_kill

# The worker makes the bins anew: this one goes.
let waiter finish
stacks
let deleter finish
