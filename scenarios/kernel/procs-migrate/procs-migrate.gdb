# SPDX-License-Identifier: GPL-2.0
# The reader is about to say the first process; the iteration stands at the second.
let reader enter cgroup_procs_show
stacks

# The second is on its way to another group.
let mover enter cgroup_migrate_add_task
let mover finish
let reader finish
