# SPDX-License-Identifier: GPL-2.0
# 9f6958ba2e90: nothing is listed any more, since the work has taken it all, and waits.
let owner reach :deleted
let destroy enter synchronize_rcu
let owner block or finish
stacks
let destroy finish
